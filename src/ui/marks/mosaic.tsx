type Props = { width?: number; className?: string | undefined; tone?: 'quiet' | 'strong' }

/** The tile opacities; 0 leaves a gap. */
const field = [
  [0, 1, 0, 2, 1, 0, 1],
  [1, 2, 4, 0, 2, 1, 0],
  [0, 0, 2, 1, 4, 2, 1],
  [1, 0, 1, 2, 0, 1, 0],
]
const opacities = [0, 0.14, 0.28, 0, 1]

/** Decorates empty states. */
export function Mosaic({ width = 112, className }: Props) {
  return (
    <svg fill="var(--accent)" viewBox="0 0 112 64" width={width} height={(width * 64) / 112} className={className} aria-hidden="true"
      focusable="false">
      {field.flatMap((row, y) => row.map((weight, x) => weight > 0 && (
        <rect key={`${x}.${y}`} x={x * 16 + 1} y={y * 16 + 1} width={14} height={14} rx={2.5} opacity={opacities[weight]} />
      )))}
    </svg>
  )
}

/** The logo: two tiles, one offset from the other. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg fill="var(--accent)" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d="M4.5 3h8A1.5 1.5 0 0 1 14 4.5V9h-3a2 2 0 0 0-2 2v3H4.5A1.5 1.5 0 0 1 3 12.5v-8A1.5 1.5 0 0 1 4.5 3z" />
      <path d="M11.5 10h8a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-8a1.5 1.5 0 0 1-1.5-1.5v-8a1.5 1.5 0 0 1 1.5-1.5z" opacity="0.5" />
    </svg>
  )
}
