import { queryOptions } from '@tanstack/react-query'
import type { RuleInWords } from '../../../domain/rules/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { request } from '../../api/request.ts'

export const ruleQueries = {
  /** The sentences come in the language of the screen, so another language is another answer. */
  list: (locale: Locale) =>
    queryOptions({
      queryKey: ['rules', locale],
      queryFn: ({ signal }) => request<{ items: RuleInWords[] }>('/rules', { signal }),
      staleTime: Infinity,
    }),
}
