"""Pure rules: values in, values out. No store, no content, no clock."""
