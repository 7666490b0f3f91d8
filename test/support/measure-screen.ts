/** What can be measured on an open page; every list but `targets` and `prices` holds only what is wrong. */
export interface Measured {
  readonly targets: readonly {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly sells: boolean;
    /** Beyond the edge of the window where nothing can be scrolled to it. */
    readonly cut: boolean;
  }[];
  readonly prices: readonly { readonly name: string; readonly size: number; readonly tabular: boolean }[];
  readonly smallText: readonly string[];
  readonly cropped: readonly string[];
  readonly running: readonly string[];
  readonly wider: readonly string[];
}

/** Runs inside the page, so it uses nothing but itself. Sizes in CSS pixels. */
export function measureScreen(): Measured {
  const every = [...document.querySelectorAll<HTMLElement>('body *')].filter(isSeen);
  return {
    targets: every
      .filter((element) => element.matches('button, a[href], input, select, textarea, summary, [role=button]'))
      .filter((element) => !element.matches(':disabled, [aria-disabled=true]'))
      .map((element) => ({
        name: nameOf(element),
        ...sizeOf(element.closest('label') ?? element),
        sells: element.matches(
          '.tile, .pay button, .segmented button, .note-button, .btn.big, .answer, .numbers button',
        ),
        cut: isCut(element),
      })),
    prices: every
      .filter((element) => element.matches('.cap .price, .line-price'))
      .map((element) => {
        const { fontSize, fontVariantNumeric } = getComputedStyle(element);
        return {
          name: nameOf(element),
          size: Number.parseFloat(fontSize),
          tabular: fontVariantNumeric.includes('tabular-nums'),
        };
      }),
    smallText: every.filter(hasText).flatMap((element) => {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const least = element.closest('.cart') && !element.closest('.pill, .q, small, .note, .deal-note') ? 18 : 16;
      return size < least ? [`${nameOf(element)}: ${size}`] : [];
    }),
    cropped: every
      .filter((element) => element.matches('.tile img, .line img, .story img, .bought img'))
      .filter((element) => getComputedStyle(element).objectFit === 'cover')
      .map(nameOf),
    running: document
      .getAnimations()
      .filter((animation) => animation.playState === 'running')
      .map((animation) => nameOf((animation.effect as KeyframeEffect | null)?.target ?? document.body)),
    wider: every.filter(isBeyondThePage).map(nameOf),
  };

  function isSeen(element: HTMLElement): boolean {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  }

  function isCut(element: HTMLElement): boolean {
    const { left, right, bottom } = element.getBoundingClientRect();
    if (element.closest('.chips')) return false;
    return left < -1 || right > innerWidth + 1 || (bottom > innerHeight + 1 && element.closest('.pay, .more') !== null);
  }

  /** The document's own width says little: a page scrolls within itself. Rows made to be scrolled are let off. */
  function isBeyondThePage(element: HTMLElement): boolean {
    if (element.getBoundingClientRect().right <= innerWidth + 1) return false;
    for (let holder = element.parentElement; holder; holder = holder.parentElement) {
      if (holder.matches('.page, .page-body, .page-aside, body')) return true;
      if (getComputedStyle(holder).overflowX !== 'visible') return false;
    }
    return true;
  }

  function hasText(element: HTMLElement): boolean {
    return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  }

  function sizeOf(element: Element): { readonly width: number; readonly height: number } {
    const { width, height } = element.getBoundingClientRect();
    // Half a pixel is the browser's rounding, not a smaller target.
    return { width: Math.round(width), height: Math.round(height) };
  }

  function nameOf(element: Element): string {
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
    return `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${words}”`;
  }
}
