import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

/**
 * The style sheet of the hub's own pages and the two families it names, from the built till's files. Without a built till
 * the pages stand in the system's faces.
 */
export function pageFiles(appFolder: string): Hono {
  const files = new Hono();
  const fonts = findFonts(join(appFolder, 'assets'));
  const style = fonts.map(({ face, name }) => faceRule(face, name)).join('') + STYLE;
  const tag = `"${createHash('sha256').update(style).digest('base64url').slice(0, 16)}"`;
  files.get('/style.css', (c) => {
    c.header('cache-control', 'no-cache');
    c.header('etag', tag);
    if (c.req.header('if-none-match') === tag) return c.body(null, 304);
    return c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  for (const { name, path } of fonts)
    files.get(`/${name}`, (c) => {
      // The name holds a hash of what is in it.
      c.header('cache-control', 'public, max-age=31536000, immutable');
      return c.body(new Uint8Array(readFileSync(path)), 200, { 'content-type': 'font/woff2' });
    });
  return files;
}

const FACES = [
  { file: /^hanken-grotesk-latin-wght-normal-.+\.woff2$/, family: 'Hanken Grotesk Variable', style: 'normal' },
  { file: /^newsreader-latin-opsz-italic-.+\.woff2$/, family: 'Newsreader Variable', style: 'italic' },
] as const;

function findFonts(assets: string) {
  const names = existsSync(assets) ? readdirSync(assets) : [];
  return FACES.flatMap((face) => {
    const name = names.find((each) => face.file.test(each));
    return name === undefined ? [] : [{ face, name, path: join(assets, name) }];
  });
}

function faceRule({ family, style }: (typeof FACES)[number], name: string): string {
  const source = `src:url("/pages/${name}") format("woff2")`;
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:100 900;font-display:swap;${source}}\n`;
}

const STYLE = `
:root{--wall:#F5F3EE;--sheet:#FFFFFF;--ink:#1B1A17;--ink2:#57534A;--line:#DCD7CB;--wash:#E4EBF5;--accent:#14407A;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--wall:#161513;--sheet:#201F1C;--ink:#F4F1EA;--ink2:#BBB5A8;--line:#37342E;--wash:#1F2E44;--accent:#A3C8F7}}
*{box-sizing:border-box;margin:0}
body{background:var(--wall);color:var(--ink);font:18px/1.45 "Hanken Grotesk Variable",system-ui,"Segoe UI",Roboto,sans-serif;-webkit-text-size-adjust:100%}
main{max-width:480px;margin:0 auto;padding:max(28px,env(safe-area-inset-top)) 20px 56px}
h1{font:italic 440 34px/1.1 "Newsreader Variable",Georgia,"Times New Roman",serif;letter-spacing:-.015em;text-wrap:balance}
p{margin-top:12px;text-wrap:pretty}
.quiet{color:var(--ink2)}
.tag{display:inline-block;margin-bottom:20px;padding:4px 12px;border-radius:999px;background:var(--wash);color:var(--accent);font-size:16px;font-weight:600}
.slip{margin-top:24px;padding:20px;background:var(--sheet);border:1px solid var(--line);border-radius:14px}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
td,th{padding:9px 0;vertical-align:top;text-align:left;font-weight:400}
td:last-child{text-align:right;white-space:nowrap;padding-left:16px}
.slip table+table{margin-top:8px;padding-top:8px;border-top:1px solid var(--line)}
.slip table+table:has(caption){padding-top:0;border-top:0}
.total td,.total th{font-size:21px;font-weight:620}
caption{padding:12px 0 0;border-top:1px solid var(--line);text-align:left}
small,caption{color:var(--ink2);font-size:16px;line-height:1.35}
small{display:block}
.lines{white-space:pre-line}
main.wide{max-width:1020px}
.two{display:grid;gap:0 24px;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr))}
img.code{display:block;width:300px;max-width:100%;margin:12px auto 0;border-radius:8px;image-rendering:pixelated}
h2{font:inherit;font-weight:620}
ol{margin-top:8px;padding-left:1.3em}
li{margin-top:6px}
.button{display:inline-block;min-height:64px;padding:18px 24px;border-radius:14px;background:var(--accent);color:var(--wall);font-weight:600;text-decoration:none}
.slip>p:first-child{margin-top:0}
@media print{body{background:#fff;color:#000}.slip{border:0;padding:0}}
.address{word-break:break-all}
.quiet.any{overflow-wrap:anywhere}
`;
