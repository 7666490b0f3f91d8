/**
 * Before React runs: a bar while this build refolds what it folds differently. No words, because the language is not
 * read yet; a screen reader gets the platform's own name for progress.
 */
export function showProgress(done: number, total: number): void {
  const page = document.getElementById('root');
  if (!page) return;
  const bar = page.querySelector('progress') ?? page.appendChild(document.createElement('progress'));
  bar.setAttribute('aria-label', 'Imago Stall');
  bar.max = total;
  bar.value = done;
}
