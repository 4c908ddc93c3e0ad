import { createContext, type ReactNode, useCallback, useContext, useId, useLayoutEffect, useMemo, useState } from 'react'
import type { Refusal } from '../../../domain/verdict.ts'
import { Stack } from '../looks/layout.tsx'
import { Reason } from './reason.tsx'

/** What refuses each of the children of a part of the screen: an action of its own, or a part within it. */
type Reasons = readonly { readonly child: string; readonly refusal: Refusal }[]

type Part = {
  id: string
  above: Part | null
  said: Reasons
  /** Whether it has a place where a reason can stand. */
  isPlaced: boolean
  /** Gives what takes it back. */
  say: (child: string, refusal: Refusal) => () => void
  /** Gives what takes it away. */
  place: () => () => void
}

const Within = createContext<Part | null>(null)

/** Reasons that read the same are the same, though a rule of its own may stand behind each. */
const sentenceOf = ({ code, params, whoMay }: Refusal): string => JSON.stringify([code, params, whoMay])

const isShared = ({ said, isPlaced }: Part, sentence: string): boolean =>
  isPlaced && said.filter(({ refusal }) => sentenceOf(refusal) === sentence).length > 1

/** The widest part in which more than one thing is refused for it. */
function widest(part: Part | null, sentence: string): Part | undefined {
  let found: Part | undefined
  for (let each = part; each; each = each.above) if (isShared(each, sentence)) found = each
  return found
}

const sentencesOf = (said: Reasons): string[] => [...new Set(said.map(({ refusal }) => sentenceOf(refusal)))]

const idOf = ({ id, said }: Part, sentence: string): string => `${id}-${sentencesOf(said).indexOf(sentence)}`

/**
 * A part of the screen (the page, a card, a dialog) that says once, where its SharedReasons stand, what refuses more than one action in
 * it. Inside another part the wider one goes first; `isApart` is for what covers the page.
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

/** Where a part says what refuses more than one action in it; nothing while nothing does. */
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
          <Reason key={sentence} id={idOf(part, sentence)} refusal={first} rules={[...new Set(refusals.map(({ rule }) => rule))]} />
        )
      })}
    </Stack>
  )
}

/** The id of the reason where it stands for several actions, of which the caller's is one; none where it stands for this one alone. */
export function useSharedReason(refusal: Refusal | undefined): string | undefined {
  const child = useId()
  const part = useContext(Within)
  const say = part?.say
  const text = refusal && JSON.stringify(refusal)
  useLayoutEffect(() => (say && text !== undefined ? say(child, JSON.parse(text) as Refusal) : undefined), [say, child, text])
  const found = refusal && widest(part, sentenceOf(refusal))
  return found && idOf(found, sentenceOf(refusal))
}

/** A reason that stands beside no button of its own; where a part around says it for several, it stands there. */
export function ReasonOnce({ refusal }: { refusal: Refusal }) {
  return useSharedReason(refusal) ? null : <Reason refusal={refusal} />
}
