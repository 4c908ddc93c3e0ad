import { describe, expect, it } from 'vitest'
import { engines } from './testing/test-engines.ts'

for (const engine of engines)
  describe(engine.name, () => {
    it('answers', async () => {
      const { store, close } = await engine.open()
      await store.ping()
      expect(await store.prune(new Date().toISOString())).toEqual({ sessions: 0, answers: 0, changes: 0 })
      await close()
    })
  })
