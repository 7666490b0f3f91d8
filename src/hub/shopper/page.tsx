/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** The frame of every page for shoppers: no script, no cookie, not for search engines. */
export function Page({
  title,
  lang,
  isWide = false,
  children,
}: {
  readonly title: string;
  readonly lang: string;
  readonly isWide?: boolean;
  readonly children: Child;
}) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="icon" type="image/svg+xml" href="/app/icons/favicon.svg" />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main class={isWide ? 'wide' : ''}>{children}</main>
      </body>
    </html>
  );
}

const STYLE = `
:root{--wall:#F5F3EE;--sheet:#FFFFFF;--ink:#1B1A17;--ink2:#57534A;--line:#DCD7CB;--wash:#E4EBF5;--accent:#14407A;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--wall:#161513;--sheet:#201F1C;--ink:#F4F1EA;--ink2:#BBB5A8;--line:#37342E;--wash:#1F2E44;--accent:#A3C8F7}}
*{box-sizing:border-box;margin:0}
body{background:var(--wall);color:var(--ink);font:18px/1.45 "Hanken Grotesk",system-ui,"Segoe UI",Roboto,sans-serif;-webkit-text-size-adjust:100%}
main{max-width:480px;margin:0 auto;padding:max(28px,env(safe-area-inset-top)) 20px 56px}
h1{font:italic 440 34px/1.1 Newsreader,Georgia,"Times New Roman",serif;letter-spacing:-.015em;text-wrap:balance}
p{margin-top:12px;text-wrap:pretty}
.quiet{color:var(--ink2)}
.tag{display:inline-block;margin-bottom:20px;padding:4px 12px;border-radius:999px;background:var(--wash);color:var(--accent);font-size:16px;font-weight:600}
.slip{margin-top:24px;padding:20px;background:var(--sheet);border:1px solid var(--line);border-radius:14px}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
td,th{padding:9px 0;vertical-align:top;text-align:left;font-weight:400}
td:last-child{text-align:right;white-space:nowrap;padding-left:16px}
.slip table+table{margin-top:8px;padding-top:8px;border-top:1px solid var(--line)}
.total td,.total th{font-size:21px;font-weight:620}
small{display:block;color:var(--ink2);font-size:16px;line-height:1.35}
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
`;
