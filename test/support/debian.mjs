// What a test needs from the system and what Debian's own registry can give: used on Debian, nowhere else.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The first of `names` in PATH (or among `fixed` full paths) that answers `--version`; a stub that does not is passed over. */
export function findProgram(names, fixed = [], answers = answersVersion) {
  const inPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...inPath, ...fixed].find((path) => isExecutable(path) && answers(path));
}

/** The first line of `path --version`, or '' if it does not run. Windows opens a window instead of answering, so it is believed. */
export function answersVersion(path) {
  if (process.platform === 'win32') return 'unknown version';
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return run.status === 0 ? (run.stdout.trim().split('\n')[0] ?? '') : '';
}

/** Installs a Debian package if this is root on Debian (Ubuntu's packages are stubs for another store); says whether it did. */
export function installOnDebian(name) {
  if (process.getuid?.() !== 0 || !isDebian()) return false;
  console.log(`Installing the Debian package ${name} …`);
  const install = () => apt({}, 'install', '-y', '--no-install-recommends', name);
  return install() || (apt({}, 'update') && install());
}

/** Puts the files of a Debian package into `folder`, and nothing anywhere else; root is not needed. Says whether it did. */
export function unpackFromDebian(name, folder) {
  if (!isDebian()) return false;
  console.log(`Unpacking the Debian package ${name} …`);
  const fetched = mkdtempSync(join(tmpdir(), 'imago-debian-'));
  try {
    const download = () => apt({ cwd: fetched }, 'download', name);
    if (!download() && !(apt({}, 'update') && download())) return false;
    const [file] = readdirSync(fetched).filter((each) => each.endsWith('.deb'));
    if (file === undefined) return false;
    mkdirSync(folder, { recursive: true });
    return spawnSync('dpkg-deb', ['-x', join(fetched, file), folder], { stdio: ['ignore', 'ignore', 2] }).status === 0;
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isDebian() {
  return existsSync('/usr/bin/apt-get') && /^ID=debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {{ cwd?: string }} where @param {string[]} args */
function apt(where, ...args) {
  // Without the sandbox's own user, who could not write where root downloads to.
  const options = ['-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3', '-o', 'APT::Sandbox::User=root', '-qq'];
  const run = spawnSync('apt-get', [...options, ...args], {
    ...where,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
  });
  return run.status === 0;
}
