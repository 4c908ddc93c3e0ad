import { afterEach, beforeAll } from 'vitest'

const reached = new Set<number>()
let loaded: number[] = []
Object.assign(globalThis, { mutantReached: (id: number) => reached.add(id) })

beforeAll(() => {
  loaded = [...reached]
})

afterEach(({ task }) => {
  Object.assign(task.meta, { loaded, reached: [...reached] })
})
