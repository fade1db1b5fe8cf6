// @ts-check
// `node tools/services/bundle.mjs [APP...]`: bundles apps that are compiled already, as an image's recipe does. `npm run build` does both.
import { bundleApps } from './src/bundle.mjs';
import { endWith } from './src/setup-failure.mjs';

try {
  const [, , ...apps] = process.argv;
  await bundleApps(apps.length === 0 ? undefined : apps);
} catch (failure) {
  endWith(failure);
}
