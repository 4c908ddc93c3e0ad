import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { locales, type Locale } from '../../../../domain/session/locales.ts'
import { allPartnerships } from '../../../api/shared-readings.ts'
import { formatsFor } from '../../../i18n/formats.ts'
import { languageNames, useWords, type Words } from '../../../i18n/use-words.ts'
import { countryCodes } from '../new/countries.ts'
import type { ColumnNames } from './bulk-columns.ts'
import type { Reading } from './bulk-job.ts'
import { foldName } from './row-draft.ts'

/** Column names of the page, the template and the download. */
export const columnNames = ({ t }: Pick<Words, 't'>): ColumnNames => ({
  companyName: t('invitations.field.companyName'),
  domain: t('invitations.field.domain'),
  email: t('invitations.field.email'),
  tenantId: t('invitations.field.tenantId'),
  country: t('invitations.field.country'),
  language: t('bulk.column.language'),
  reseller: t('bulk.column.reseller'),
  includeDap: t('bulk.column.admin'),
  expiresInDays: t('bulk.column.days'),
})

/** Countries by code, English name and name in the page's language. */
function countryNames(locale: Locale): Map<string, string> {
  const formats = [formatsFor('en'), formatsFor(locale)]
  const namesOf = (code: string) => [code, ...formats.map(({ formatCountry }) => formatCountry(code))]
  return new Map(countryCodes.flatMap((code) => namesOf(code).map((name): [string, string] => [foldName(name), code])))
}

const languagesByName = new Map(locales.map((locale): [string, Locale] => [foldName(languageNames[locale]), locale]))

/** What reading a list needs; `ready` once the resellers are known, `failed` when they cannot be. */
export function useReading(ownId: string) {
  const words = useWords()
  const { data, error, isFetching, refetch } = useQuery(allPartnerships())
  const resellers = useMemo(() => (data ?? []).filter(({ provider, state }) => provider.id === ownId && state === 'active'), [data, ownId])
  const reading = useMemo((): Reading => ({
    names: columnNames(words),
    context: {
      resellers,
      countries: countryNames(words.locale),
      languages: languagesByName,
      yes: ['yes', 'y', 'true', '1', 'x', foldName(words.t('bulk.yes'))],
      no: ['no', 'n', 'false', '0', foldName(words.t('bulk.no'))],
    },
  }), [words, resellers])
  return { reading, resellers, ready: data !== undefined, failed: data ? null : error, isFetching, retry: () => void refetch() }
}
