import { onWorkForgotten, personNow } from '../../api/tabs/kept-work.ts'

/**
 * What this tab remembers for its person, the newest `most` of it; a reload leaves what `lasting` makes of each. It goes with the person's
 * work, but is none: nobody misses it.
 */
export function tabMemory<Value>(name: string, most: number, lasting: (value: Value) => Value = (value) => value) {
  const key = `tessera.view.${name}`
  let person = ''
  let kept = new Map<string, Value>()
  const own = () => {
    if (person !== personNow()) {
      person = personNow()
      kept = new Map(read<[string, [string, Value][]]>(key)?.filter(([whose]) => whose === person).flatMap(([, all]) => all))
    }
    return kept
  }
  onWorkForgotten((isTheirs) => {
    // Before anybody is known, what a reload left is still somebody's; whoever it is not of does not read it.
    if (!person || !isTheirs(person)) return
    person = ''
    kept = new Map()
    write(key, [])
  })
  globalThis.addEventListener?.('pagehide', () => {
    const all = [...kept].map(([each, value]) => [each, lasting(value)])
    write(key, person ? [[person, all]] : [])
  })
  return {
    get: (each: string): Value | undefined => own().get(each),
    set: (each: string, value: Value): void => {
      const all = own()
      all.delete(each)
      all.set(each, value)
      if (all.size > most) for (const oldest of all.keys()) { all.delete(oldest); break }
    },
  }
}

function read<Entry>(key: string): Entry[] | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as Entry[]
  } catch {
    return undefined
  }
}

function write(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Lists begin at their top, then.
  }
}
