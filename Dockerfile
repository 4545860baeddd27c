# One image for every process: `tutor run` by default, `tutor web` and `tutor worker` where they run apart.
FROM python:3.12-slim
RUN useradd --create-home tutor
WORKDIR /app
COPY pyproject.toml requirements.lock README.md LICENSE NOTICE ./
COPY bot bot
COPY adapters adapters
COPY content content
RUN pip install --no-cache-dir -c requirements.lock . && mkdir /data && chown tutor /data
USER tutor
# With PORT set, `tutor run` serves health and metrics, too.
ENV TUTOR_DATA=/data PORT=8080
VOLUME /data
EXPOSE 8080
# The first start builds the index of the code book, hence the start period. `tutor worker` has no pages: compose.yaml turns this off there.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]
CMD ["tutor", "run"]
