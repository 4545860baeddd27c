"""Questions as other systems know them: GIFT, Aiken, Moodle XML, QTI 2.1, CSV and Anki, a file a format."""
