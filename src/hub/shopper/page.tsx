/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** The frame of every page of the hub's own: no script, no cookie, no style but its file, not for search engines. */
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
        <link rel="stylesheet" href="/pages/style.css" />
      </head>
      <body>
        <main class={isWide ? 'wide' : ''}>{children}</main>
      </body>
    </html>
  );
}
