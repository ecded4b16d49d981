// Restores the npm packages and copies the few files the portal needs into git-ignored folders. Called by the build (FrontEnd.targets);
// several builds may run at once, so the work is done under a lock that a dead build cannot keep.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const lock = join(root, 'obj', 'restore-assets.lock');
const stamp = join(root, 'obj', 'restore-assets.stamp');
const staleAfter = 5 * 60_000;

const files = [
  ['bootstrap/dist/css/bootstrap.min.css', 'wwwroot/lib/bootstrap.min.css'],
  ['echarts/dist/echarts.common.min.js', 'wwwroot/lib/echarts.min.js'],
  ['echarts/LICENSE', 'wwwroot/lib/echarts.LICENSE.txt'],
  ['@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2', 'wwwroot/lib/plus-jakarta-sans.woff2'],
  ['@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf', 'Assets/fonts/Arimo_400Regular.ttf'],
  ['@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf', 'Assets/fonts/Arimo_400Regular_Italic.ttf'],
  ['@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf', 'Assets/fonts/Arimo_700Bold.ttf'],
  ['@expo-google-fonts/arimo/LICENSE_FONT', 'Assets/fonts/LICENSE.txt'],
  ['idn-area-data/data/provinces.csv', 'Assets/areas/provinces.csv'],
  ['idn-area-data/data/regencies.csv', 'Assets/areas/regencies.csv'],
  ['idn-area-data/data/districts.csv', 'Assets/areas/districts.csv'],
  ['idn-area-data/data/villages.csv', 'Assets/areas/villages.csv'],
  ['idn-area-data/data/LICENSE.md', 'Assets/areas/LICENSE.md'],
];

const time = path => { try { return statSync(path).mtimeMs; } catch { return 0; } };
const isCurrent = () => {
  const made = time(stamp);
  return made > 0 && ['package.json', 'package-lock.json', 'restore-assets.mjs'].every(name => time(join(root, name)) <= made)
    && files.every(([, target]) => time(join(root, target)) > 0);
};

function withLock(work) {
  mkdirSync(join(root, 'obj'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - time(lock) > staleAfter) rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try { work(); } finally { rmSync(lock, { recursive: true, force: true }); }
}

withLock(() => {
  if (isCurrent()) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  for (const [source, target] of files) {
    const path = join(root, target);
    mkdirSync(dirname(path), { recursive: true });
    cpSync(join(root, 'node_modules', source), path);
  }
  writeFileSync(stamp, new Date().toISOString());
});
