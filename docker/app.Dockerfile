# One image recipe for every app, from the root of a checkout:
#   docker build -f docker/app.Dockerfile --build-arg APP=hub -t lateral-hub .
# An image holds one app, the libraries it needs and their packages; settings and secrets come when it is started.

FROM node:20-bookworm-slim AS build
ARG APP
WORKDIR /app
COPY . .
# Nothing that a package brings is run while it is installed: the compiler needs none of it.
RUN npm ci --ignore-scripts --no-audit --no-fund
RUN node node_modules/@typescript/native/bin/tsc -b "apps/${APP}/tsconfig.build.json"
# What goes into the image: manifests and compiled files, of the libraries and of this app.
RUN mkdir /out \
  && cp package.json package-lock.json .npmrc /out/ \
  && find libs apps tools test -name package.json -not -path '*/node_modules/*' -exec cp --parents '{}' /out/ ';' \
  && find libs "apps/${APP}" -maxdepth 2 -type d -name dist -exec cp -r --parents '{}' /out/ ';'

FROM node:20-bookworm-slim AS packages
ARG APP
WORKDIR /app
COPY --from=build /out ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --workspace "@lateral/${APP}"

FROM node:20-bookworm-slim
ARG APP
ENV NODE_ENV=production
WORKDIR "/app/apps/${APP}"
COPY --from=packages --chown=root:root /app /app
USER node
CMD ["node", "--enable-source-maps", "dist/main.js"]
