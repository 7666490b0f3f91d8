import './paper.css';

/** What comes out of the printer: a sheet, or the roll of a receipt printer. */
type Paper = 'a4' | 'roll';

/** Opens the system's print dialog; `[data-paper]` on the root tells the style sheet what to lay out. */
export function printPage(paper: Paper): void {
  const root = document.documentElement;
  root.dataset['paper'] = paper;
  addEventListener('afterprint', () => delete root.dataset['paper'], { once: true });
  print();
}
