// Our sources import `./x.js` as Node will at run time; under Jest the file is `./x.ts` or `./x.tsx`. Packages are left alone.
const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

module.exports = (request, options) => {
  if (request.startsWith('.') && request.endsWith('.js') && !options.basedir.includes('node_modules')) {
    const sources = ['.ts', '.tsx'].map((ending) => resolve(options.basedir, request.replace(/\.js$/, ending)));
    const source = sources.find((file) => existsSync(file));
    if (source) return source;
  }
  return options.defaultResolver(request, options);
};
