/** @jsxImportSource hono/jsx */
import { Page } from './page.tsx';

/** For an address or a printed code that leads nowhere (yet). */
export function NothingHere() {
  return (
    <Page title="Nothing at this address" lang="en">
      <h1>Nothing hangs here</h1>
      <p>There is no page at this address. If you typed it from a label, compare it with the print once more.</p>
      <p class="quiet">The people at the stall can look it up by the title.</p>
    </Page>
  );
}
