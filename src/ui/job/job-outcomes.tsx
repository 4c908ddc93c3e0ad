import { useMemo, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import type { Tone } from '../marks/badge.tsx'
import { Button } from '../actions/button.tsx'
import { Checkbox } from '../forms/checkbox.tsx'
import { csvOf } from '../../../domain/words-of-others/csv-text.ts'
import { downloadText } from '../files/download-text.ts'
import type { Elements } from '../elements.ts'
import { Columns, Row, Text } from '../looks/layout.tsx'
import styles from './job.module.css'

type Line<Result> = { result: Result; isToLookAt: boolean }

type Props<Result extends string, Shown extends Line<Result>> = {
  lines: readonly Shown[]
  /** The listed rows, where others are shown apart. */
  listed?: readonly Shown[]
  /** In the order of the counts. */
  tones: Record<Result, Tone>
  /** Results that count as another. */
  countAs?: Partial<Record<NoInfer<Result>, NoInfer<Result>>>
  wordOf: (result: Result) => string
  words: { only: (count: number) => string; none: string; download: string }
  /** The downloadable outcomes, once nothing runs. */
  file: { name: string; header: readonly string[]; cells: (line: Shown) => (string | number)[] }
  isRunning: boolean
  /** Renders the rows; `narrow` when only those to look at are shown. */
  children: (shown: readonly Shown[], narrow: boolean) => Elements
}

/** The outcomes: counts, rows (all or those to look at) and a download. */
export function JobOutcomes<Result extends string, Shown extends Line<Result>>(props: Props<Result, Shown>) {
  const { lines, listed = lines, tones, countAs, wordOf, words, file, isRunning, children } = props
  const [narrow, setNarrow] = useState(false)
  const toLookAt = useMemo(() => listed.filter(({ isToLookAt }) => isToLookAt), [listed])
  const shown = narrow ? toLookAt : listed
  const counts = (Object.entries(tones) as [Result, Tone][]).map(([result, tone]): Count => [
    wordOf(result), lines.filter((line) => (countAs?.[line.result] ?? line.result) === result).length, tone,
  ])
  const download = () => downloadText(file.name, 'text/csv', csvOf(file.header, lines.map(file.cells)))
  return (
    <>
      <div role="status"><CountList counts={counts.filter(([, count]) => count > 0)} /></div>
      <Row gap="2 4" align="center" justify="between">
        <Checkbox label={words.only(toLookAt.length)} checked={narrow} onChange={({ target }) => setNarrow(target.checked)} />
        {!isRunning && <Button icon="download" onPress={download}>{words.download}</Button>}
      </Row>
      {shown.length === 0 ? <Text measure={76} tone="muted">{words.none}</Text> : children(shown, narrow)}
    </>
  )
}

type Count = readonly [word: string, count: number, tone: Tone | undefined]

export function CountList({ counts }: { counts: readonly Count[] }) {
  const { formatNumber } = useWords()
  return (
    <Columns as="dl" of="repeat(auto-fit, minmax(120px, 1fr))" gap={2} before={4} after={4} className={styles.counts}>
      {counts.map(([word, count, tone]) => (
        <div key={word} data-tone={count > 0 ? tone : undefined}>
          <Text as="dt" tone="muted" text="caption">{word}</Text>
          <Text as="dd" text="section" numbers>{formatNumber(count)}</Text>
        </div>
      ))}
    </Columns>
  )
}
