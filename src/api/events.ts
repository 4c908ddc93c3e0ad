import type { QueryClient } from '@tanstack/react-query'
import type { ChangeEvent } from '../../domain/audit/schemas.ts'
import { actingAs } from './acting-as.ts'

/** Changes that come within this many milliseconds are answered by one round of fetching. */
const gatherMs = 250

/**
 * Keeps open screens true: on a change, every query whose key begins with its noun is fetched again, and so is `audit`,
 * since every change leaves an event there; after a broken connection everything is. `onRefused` is told when the server does not let the
 * page listen (any more), `onClock` whether what time alone does waits for the operator. Returns the way to stop.
 */
export function followChanges(queries: QueryClient, onRefused: () => void, onClock: (isHeld: boolean) => void): () => void {
  let stale = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasOpen = false

  const refresh = () => {
    timer = undefined
    const nouns = stale
    stale = new Set()
    void queries.invalidateQueries({ predicate: ({ queryKey: [noun] }) => noun === 'audit' || nouns.has(String(noun)) })
  }
  const onChange = (message: MessageEvent<string>) => {
    stale.add((JSON.parse(message.data) as ChangeEvent).noun)
    timer ??= setTimeout(refresh, gatherMs)
  }
  const onOpen = () => {
    if (wasOpen) void queries.invalidateQueries()
    wasOpen = true
  }

  const onClockEvent = (message: MessageEvent<string>) => onClock((JSON.parse(message.data) as { isHeld: boolean }).isHeld)

  const close = connect({ onChange, onClockEvent, onOpen, onRefused })
  return () => {
    clearTimeout(timer)
    close()
  }
}

type Heard = (message: MessageEvent<string>) => void
type Told = { onChange: Heard; onClockEvent: Heard; onOpen: () => void; onRefused: () => void }

/** EventSource connects again by itself, except after an error answer; then this does, after a pause that grows to a minute. */
function connect({ onChange, onClockEvent, onOpen, onRefused }: Told): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = 1000
  const open = () => {
    source = new EventSource(`/api/events?actingAs=${encodeURIComponent(actingAs() ?? '')}`)
    source.addEventListener('message', onChange)
    source.addEventListener('clock', onClockEvent)
    source.addEventListener('open', () => {
      pause = 1000
      onOpen()
    })
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return
      onRefused()
      timer = setTimeout(open, pause)
      pause = Math.min(pause * 2, 60_000)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
