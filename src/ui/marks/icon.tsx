import type { CSSProperties, SVGAttributes } from 'react'
import { joined } from '../joined.ts'
import type { Looks } from '../looks/layout.tsx'

const shapes = {
  home: 'M3.5 9 10 3.5 16.5 9v7a.5.5 0 0 1-.5.5h-3.5v-5h-5v5H4a.5.5 0 0 1-.5-.5z',
  customers: 'M4 16.5v-12a1 1 0 0 1 1-1h5.5a1 1 0 0 1 1 1v12M11.5 8H15a1 1 0 0 1 1 1v7.5M2.5 16.5h15M7 7h1.5M7 10h1.5M7 13h1.5',
  organization: 'M8 3h4v4H8zM3 13h4v4H3zM13 13h4v4h-4zM10 7v3M5 13v-3h10v3',
  invitations: 'M3.5 5h13a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3 6l7 5 7-5',
  partnerships:
    'M7.5 12.5 5.9 14a2.8 2.8 0 0 1-4-4l3-3a2.8 2.8 0 0 1 4 0M12.5 7.5 14.1 6a2.8 2.8 0 0 1 4 4l-3 3a2.8 2.8 0 0 1-4 0' +
    'M7.5 10h5',
  person: 'M10 9.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM3.75 17c.6-2.8 3-4.5 6.25-4.5s5.65 1.7 6.25 4.5',
  signOut: 'M11.5 6V4a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h6a1 1 0 0 0 1-1v-2M8 10h9.5M14.5 7l3 3-3 3',
  language: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM2.5 10h15M10 2.5c2 2 3 4.5 3 7.5s-1 5.5-3 7.5c-2-2-3-4.5-3-7.5s1-5.5 3-7.5z',
  light:
    'M10 13.25a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM10 2v1.5M10 16.5V18M18 10h-1.5M3.5 10H2M15.66 4.34l-1.06 1.06' +
    'M5.4 14.6l-1.06 1.06M15.66 15.66 14.6 14.6M5.4 5.4 4.34 4.34',
  dark: 'M16.5 12.1A7 7 0 1 1 7.9 3.5a5.6 5.6 0 0 0 8.6 8.6z',
  system: 'M3.5 4h13a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM7 17h6M10 13.5V17',
  search: 'M8.75 14.5a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5zM13 13l4.25 4.25',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4 10.5 8 14.5 16 5.5',
  chevronDown: 'M5 7.5l5 5 5-5',
  chevronRight: 'M7.5 5l5 5-5 5',
  chevronLeft: 'M12.5 5l-5 5 5 5',
  arrowRight: 'M3.5 10h13M12 5.5l4.5 4.5-4.5 4.5',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  copy:
    'M7.5 3h8a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z' +
    'M13.5 14v2a1 1 0 0 1-1 1h-8a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h2',
  mail: 'M3.5 5h13a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3 6l7 5 7-5',
  link: 'M8.5 11.5a3 3 0 0 0 4.5.3l2.6-2.6a3 3 0 0 0-4.3-4.3L10 6.2M11.5 8.5a3 3 0 0 0-4.5-.3L4.4 10.8a3 3 0 0 0 4.3 4.3l1.3-1.3',
  external: 'M8 4.5H4.5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V12M11.5 3.5h5v5M16.5 3.5 9 11',
  upload: 'M10 13V3.5M6 7l4-3.5L14 7M3.5 13v2.5a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1V13',
  download: 'M10 3.5V13M6 9.5l4 3.5 4-3.5M3.5 13v2.5a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1V13',
  columns: 'M3.5 4h13a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM7.5 4v12M12.5 4v12',
  refresh: 'M16.5 10a6.5 6.5 0 1 1-2-4.7M16.5 3v3.5H13',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 5.5V10l3 2',
  undo: 'M7.5 5 3.5 9l4 4M3.5 9h8a4.5 4.5 0 0 1 0 9H8',
  send: 'M17.5 2.5 2.5 8.5l5.5 3 3 5.5zM8 11.5l4-4',
  forward: 'M11.5 5 17 10l-5.5 5v-3C7 12 4.5 13 3 15.5c.3-4.5 3-7.3 8.5-7.5z',
  trash: 'M3.5 5.5h13M8 5.5V4a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.5M5 5.5l.7 10a1 1 0 0 0 1 1h6.6a1 1 0 0 0 1-1l.7-10M8.5 8.5v5M11.5 8.5v5',
  shield: 'M10 2.5l6 2v5c0 4-2.5 6.7-6 8-3.5-1.3-6-4-6-8v-5zM7.5 10l2 2 3.5-4',
  key: 'M12.5 11.5a4 4 0 1 0-3.8-2.8L3 14.5V17h2.5v-1.5H7V14h1.5l1.9-1.9c.7.3 1.3.4 2.1.4zM13.5 6.5h.01',
  document: 'M5.5 2.5H12l3.5 3.5v11a.5.5 0 0 1-.5.5H5.5A.5.5 0 0 1 5 17V3a.5.5 0 0 1 .5-.5zM12 2.5V6h3.5M7.5 10h5M7.5 13h5',
  print: 'M6 7V3h8v4M6 14H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-2M6 12h8v5H6z',
  success: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM6.5 10.2 9 12.7l4.5-5',
  caution: 'M9.1 3.6 2.4 15.2a1 1 0 0 0 .9 1.5h13.4a1 1 0 0 0 .9-1.5L10.9 3.6a1 1 0 0 0-1.8 0zM10 8v4M10 14.2h.01',
  danger: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 6v5M10 13.7h.01',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9v5M10 6.3h.01',
  waiting: 'M5.5 2.5h9M5.5 17.5h9M6.5 2.5v3c0 2 3.5 3 3.5 4.5s-3.5 2.5-3.5 4.5v3M13.5 2.5v3c0 2-3.5 3-3.5 4.5s3.5 2.5 3.5 4.5v3',
  refused: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM4.8 4.8l10.4 10.4',
  cloud: 'M5.8 15.5a3.3 3.3 0 0 1-.4-6.6 4.8 4.8 0 0 1 9.3 1 2.8 2.8 0 0 1-.2 5.6z',
} as const

export type IconName = keyof typeof shapes

type Props = { name: IconName; size?: 12 | 14 | 16 | 20 | 24; tone?: Looks['tone'] } & Omit<SVGAttributes<SVGSVGElement>, 'name'>

/** Decorative: the word beside it says the same. */
export function Icon({ name, size = 16, tone, className, ...svg }: Props) {
  const dots = name === 'more'
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} fill="none" stroke="currentColor" strokeWidth={dots ? 2.25 : size < 20 ? 1.6 : 1.4}
      strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false"
      className={joined(tone && 'tone', className)} style={tone && ({ '--look-tone': `var(--${tone})` } as CSSProperties)} {...svg}>
      <path d={shapes[name]} />
    </svg>
  )
}
