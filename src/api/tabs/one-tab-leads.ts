import type { TabChannel } from './tab-channel.ts'

/** Milliseconds: between two beats of the leader, after which it is asked whether it is there, and for which its answer is waited for. */
const wait = { beat: 1_000, silence: 3_000, answer: 50, scatter: 50 }

/** Of two leaders the one that has led for longer stays. */
type Term = { since: number; from: string }

type Said<State, News> =
  | { kind: 'ask' }
  | ({ kind: 'here'; state: State } & Pick<Term, 'since'>)
  | { kind: 'gone' }
  | { kind: 'news'; news: News }

type Message<State, News> = { from: string } & Said<State, News>

export type Part<State, News> = {
  /**
   * This tab leads from now on: what it says here is heard by every tab, this one first. The state is what a tab that comes later is told,
   * too. Gives the way to stop.
   */
  lead: (say: { state: (state: State) => void; news: (news: News) => void }) => () => void
  /** What stands, as the leader says it: whenever it changes, once a second, and when a tab comes. */
  onState: (state: State) => void
  onNews: (news: News) => void
}

/**
 * One of the tabs that take part on a channel leads, as long as there are any. It says so every second; one that goes says that, one that
 * falls silent (closed, crashed, frozen) is missed after three seconds, and another takes its place. Two may lead for a moment, until they
 * hear of each other. Works without Web Locks, which there are none of over plain HTTP. Gives the way to take part no longer.
 */
export function oneTabLeads<State, News>(channel: TabChannel, { lead, onState, onNews }: Part<State, News>): () => void {
  const own = crypto.getRandomValues(new Uint32Array(2)).join('-')
  let leader: Term | undefined
  let leading: { state: State | undefined; stop: () => void } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = (said: Said<State | undefined, News>) => { channel.postMessage({ from: own, ...said }) }
  const next = (pause: number, step: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(step, pause)
  }
  const ask = () => {
    leader = undefined
    send({ kind: 'ask' })
    next(wait.answer + Math.random() * wait.scatter, take)
  }
  const sayHere = (term: Term) => {
    send({ kind: 'here', since: term.since, state: leading?.state })
    next(wait.beat, () => sayHere(term))
  }
  const take = () => {
    const term = { since: performance.timeOrigin + performance.now(), from: own }
    const turn: NonNullable<typeof leading> = { state: undefined, stop: () => undefined }
    const mine = () => leading === turn
    leader = term
    leading = turn
    sayHere(term)
    turn.stop = lead({
      state: (state) => {
        if (!mine()) return
        turn.state = state
        sayHere(term)
        onState(state)
      },
      news: (news) => {
        if (!mine()) return
        send({ kind: 'news', news })
        onNews(news)
      },
    })
  }
  const giveUp = () => {
    leading?.stop()
    leading = undefined
  }
  const hear = (message: Message<State | undefined, News>) => {
    if (message.kind === 'news') return onNews(message.news)
    if (message.kind === 'ask') return leading && leader && sayHere(leader)
    if (message.kind === 'gone') return !leading && leader?.from === message.from && ask()
    const isJunior = leader !== undefined && leader.from !== message.from && isBefore(leader, message)
    if (isJunior) return leading && leader && sayHere(leader)
    giveUp()
    leader = message
    next(wait.silence, ask)
    if (message.state !== undefined) onState(message.state)
  }

  channel.onmessage = ({ data }: MessageEvent<Message<State | undefined, News>>) => void hear(data)
  ask()
  return () => {
    clearTimeout(timer)
    const wasLeading = leading !== undefined
    giveUp()
    if (wasLeading) send({ kind: 'gone' })
    channel.onmessage = null
    channel.close()
  }
}

const isBefore = (one: Term, other: Term): boolean => one.since < other.since || (one.since === other.since && one.from < other.from)
