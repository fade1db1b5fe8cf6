# One image recipe for every app, from the root of a checkout:
#   docker build -f docker/app.Dockerfile --build-arg APP=hub -t lateral-hub .
# An image holds Node, one app's bundle and config/, nothing else; settings and secrets come when it is started.

FROM node:20-bookworm-slim AS build
ARG APP
WORKDIR /app
COPY . .
# Nothing that a package brings is run while it is installed: compiler and bundler need none of it.
RUN npm ci --ignore-scripts --no-audit --no-fund
RUN node node_modules/@typescript/native/bin/tsc -b "apps/${APP}/tsconfig.build.json" && node tools/services/bundle.mjs "${APP}"

FROM node:20-bookworm-slim
ARG APP
# The C library's part of config/processes.json; Node's is in CMD.
ENV NODE_ENV=production MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072
WORKDIR "/app/apps/${APP}"
COPY --from=build --chown=root:root "/app/apps/${APP}/dist/bundle" dist/bundle
COPY --from=build --chown=root:root /app/config /app/config
USER node
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=40", "--no-parallel-scavenge", "dist/bundle/main.cjs"]
