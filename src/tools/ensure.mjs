// Runs before every npm command: is this Node new enough, and are the packages of the lock file installed?
// Uses nothing but Node's own modules, because at this moment there may be no node_modules at all.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  console.error(`Imago Stall needs Node 20.19 or newer, or 22.12 or newer; this is ${process.version}.`);
  process.exit(1);
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = `${root}node_modules/.imago-installed`;
// A hash and not a date: a git checkout does not keep dates. The platform belongs to it: a folder may be carried along.
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .update(`${process.platform} ${process.arch}`)
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing packages (npm ci) …');
  const status = install();
  if (status !== 0) {
    console.error('The packages could not be installed: is the npm registry reachable? Nothing else was changed.');
    process.exit(status);
  }
  writeFileSync(stamp, wanted);
}

function install() {
  // No package here needs its install script; development packages are needed under NODE_ENV=production too.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath; // set by npm: the same npm again, without a shell, on Windows too
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return run.status ?? 1;
}
