import { call } from '../../api/call.ts'
import { done } from '../../api/done.ts'
import { reading } from '../../api/reading.ts'

export const sessionQueries = { own: () => reading(['sessions'], '/session/sessions') }

export const endSession = (id: string): Promise<true> => done(call('DELETE /session/sessions/{id}', { path: { id } }))

export const endOtherSessions = (): Promise<true> => done(call('DELETE /session/sessions'))
