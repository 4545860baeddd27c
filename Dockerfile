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
ENV TUTOR_DATA=/data
VOLUME /data
EXPOSE 8080
CMD ["tutor", "run"]
