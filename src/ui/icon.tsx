/** Own strokes on a 24 grid, drawn by the theme's stroke width. Shape says it before colour does. */
const paths = {
  till: 'M4 7h16v12H4zM4 11h16M8 15h3',
  market: 'M3 9l2-5h14l2 5M3 9c0 3 4.5 3 4.5 0 0 3 4.5 3 4.5 0 0 3 4.5 3 4.5 0 0 3 4.5 3 4.5 0M5 12v8h14v-8',
  stock: 'M3 8l9-5 9 5v8l-9 5-9-5zM3 8l9 5 9-5M12 13v8',
  floor: 'M11.6 6a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0M4.5 20v-5.5a4.5 4.5 0 0 1 9 0V20M17 8v12M14.5 8h5',
  insights: 'M4 20V4M4 20h16M8 15l4-5 3 3 5-7',
  inbox: 'M3 13l3-9h12l3 9v7H3zM3 13h5l1.5 3h5l1.5-3h5',
  search: 'M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0M16 16l5 5',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M7 12h10',
  card: 'M6 8.5a6 6 0 0 1 0 7M10 6a10 10 0 0 1 0 12M14 3.5a14 14 0 0 1 0 17',
  cash: 'M3 7h18v10H3zM14.6 12a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0M6 10v.01M18 14v.01',
  exact: 'M5 9h14M5 15h14',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2',
  split: 'M12 21v-8M12 13L5 4M12 13l7-9M5 8V4h4M15 4h4v4',
  voucher: 'M3 6h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4zM14 6v2M14 11v2M14 16v2',
  other:
    'M12 3v18M17 7.5C16.500 6 14.500 5.500 12 5.500c-3 0-5 1-5 3s2 2.700 5 3.200 5 1.300 5 3.300-2 3.500-5 3.500c-2.500 0-4.500-.8-5-2.500',
  undo: 'M9 14L4 9l5-5M4 9h9a6 6 0 0 1 0 12h-3',
  forward: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  check: 'M4 12.5l5.5 5.5L20 6.5',
  close: 'M6 6l12 12M18 6L6 18',
  none: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0M6 18L18 6',
  alert: 'M12 4l9 16H3zM12 10v4.5M12 17.5v.01',
  clock: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0M12 7v5l3.5 2',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  print: 'M7 9V4h10v5M5 9h14v8h-3M8 17H5V9M8 14h8v6H8z',
  share: 'M12 15V4M8 8l4-4 4 4M5 13v7h14v-7',
  minus: 'M5 12h14',
  plus: 'M12 5v14M5 12h14',
  menu: 'M4 7h16M4 12h16M4 17h16',
  more: 'M6 12v.01M12 12v.01M18 12v.01',
  camera: 'M3 7h4l2-3h6l2 3h4v13H3zM16 13a4 4 0 1 1-8 0 4 4 0 0 1 8 0',
  person: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0M4 21c0-5 4-7 8-7s8 2 8 7',
  tablet: 'M4 5h16v14H4zM11 16.5h2',
  sound: 'M4 10v4h4l5 4V6L8 10zM17 9c1.500 2 1.500 4 0 6M20 7c2.500 3.500 2.500 6.500 0 10',
  silent: 'M4 10v4h4l5 4V6L8 10zM17 9l4 6M21 9l-4 6',
  sun: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600L7 7M17 17l1.400 1.400M18.400 5.600L17 7M7 17l-1.400 1.400',
  light: 'M8 3h8v4l-2 3v11h-4V10L8 7z',
  bag: 'M5 8h14l1 12H4zM9 8V6a3 3 0 0 1 6 0v2',
  erase: 'M9 6h12v12H9l-6-6zM12 9.5l5 5M17 9.5l-5 5',
  gear: 'M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0M12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.200 2.200M16.200 16.200l2.200 2.200M18.400 5.600l-2.200 2.200M7.800 16.200l-2.200 2.200',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
} as const;

export type IconName = keyof typeof paths | 'play';

/** Decoration: whatever it stands beside has the word. */
export function Icon({ name, size = 26 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      {name === 'play' ? <path d="M8 5l11 7-11 7z" fill="currentColor" /> : <path d={paths[name]} />}
    </svg>
  );
}

/** The sign of the house: a picture on its nail. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
      <path d="M5 16h30v20H5z" />
      <path d="M11 22h18v8H11z" fill="currentColor" stroke="none" />
      <path d="M10 16L20 5l10 11" strokeWidth="1.4" />
      <circle cx="20" cy="4.6" r="1.6" fill="currentColor" stroke="none" />
    </svg>
  );
}
