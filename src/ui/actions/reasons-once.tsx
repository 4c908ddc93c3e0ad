import { createContext, type ReactNode, useCallback, useContext, useId, useLayoutEffect, useMemo, useState } from 'react'
import type { Refusal } from '../../../domain/verdict.ts'
import { Stack } from '../looks/layout.tsx'
import { Reason } from './reason.tsx'

/** The refusals of a part's children, each an action or a nested part. */
type Reasons = readonly { readonly child: string; readonly refusal: Refusal }[]

type Part = {
  id: string
  above: Part | null
  said: Reasons
  /** Whether it has a place for a reason. */
  isPlaced: boolean
  /** Returns its undo. */
  say: (child: string, refusal: Refusal) => () => void
  /** Returns its undo. */
  place: () => () => void
}

const Within = createContext<Part | null>(null)

/** Equal sentences are one reason, even of different rules. */
const sentenceOf = ({ code, params, whoMay }: Refusal): string => JSON.stringify([code, params, whoMay])

const isShared = ({ said, isPlaced }: Part, sentence: string): boolean =>
  isPlaced && said.filter(({ refusal }) => sentenceOf(refusal) === sentence).length > 1

/** Finds the widest part that refuses more than one thing with this sentence. */
function widest(part: Part | null, sentence: string): Part | undefined {
  let found: Part | undefined
  for (let each = part; each; each = each.above) if (isShared(each, sentence)) found = each
  return found
}

const sentencesOf = (said: Reasons): string[] => [...new Set(said.map(({ refusal }) => sentenceOf(refusal)))]

const idOf = ({ id, said }: Part, sentence: string): string => `${id}-${sentencesOf(said).indexOf(sentence)}`

/**
 * A part of the screen (page, card, dialog) that shows a reason for several of its actions once, in its SharedReasons. The widest part
 * wins; `isApart` is for what covers the page.
 */
export function ReasonsOnce({ isApart = false, children }: { isApart?: boolean; children: ReactNode }) {
  const id = useId()
  const around = useContext(Within)
  const above = isApart ? null : around
  const [said, setSaid] = useState<Reasons>([])
  const [isPlaced, setPlaced] = useState(false)
  const say = useCallback((child: string, refusal: Refusal) => {
    const entry = { child, refusal }
    setSaid((all) => [...all, entry])
    return () => setSaid((all) => all.filter((each) => each !== entry))
  }, [])
  const place = useCallback(() => {
    setPlaced(true)
    return () => setPlaced(false)
  }, [])
  const sayAbove = above?.say
  useLayoutEffect(() => {
    if (!sayAbove) return undefined
    const sentences = said.map(({ refusal }) => sentenceOf(refusal))
    const once = said.filter((_, position) => sentences.indexOf(sentences[position] ?? '') === position)
    const takeBack = once.map(({ refusal }) => sayAbove(id, refusal))
    return () => takeBack.forEach((undo) => undo())
  }, [said, sayAbove, id])
  const part = useMemo(() => ({ id, above, said, isPlaced, say, place }), [id, above, said, isPlaced, say, place])
  return <Within value={part}>{children}</Within>
}

/** The place for a part's shared reasons. */
export function SharedReasons() {
  const part = useContext(Within)
  const place = part?.place
  useLayoutEffect(() => place?.(), [place])
  const sentences = part ? sentencesOf(part.said).filter((sentence) => widest(part, sentence) === part) : []
  if (!part || sentences.length === 0) return null
  return (
    <Stack gap={1} after={3} data-shared>
      {sentences.map((sentence) => {
        const refusals = part.said.map(({ refusal }) => refusal).filter((refusal) => sentenceOf(refusal) === sentence)
        const [first] = refusals
        return first && (
          <Reason key={sentence} id={idOf(part, sentence)} refusal={first}
            rules={[...new Set(refusals.flatMap(({ rule }) => rule ?? []))]} />
        )
      })}
    </Stack>
  )
}

/** Returns the id of the reason that this action shares with others, if any. */
export function useSharedReason(refusal: Refusal | undefined): string | undefined {
  const child = useId()
  const part = useContext(Within)
  const say = part?.say
  const text = refusal && JSON.stringify(refusal)
  useLayoutEffect(() => (say && text !== undefined ? say(child, JSON.parse(text) as Refusal) : undefined), [say, child, text])
  const found = refusal && widest(part, sentenceOf(refusal))
  return found && idOf(found, sentenceOf(refusal))
}

/** A reason without a button, which joins a shared one. */
export function ReasonOnce({ refusal }: { refusal: Refusal }) {
  return useSharedReason(refusal) ? null : <Reason refusal={refusal} />
}
