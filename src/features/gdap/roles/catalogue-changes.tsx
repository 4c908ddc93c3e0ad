import { Link } from 'react-router'
import type { z } from 'zod'
import type { RoleChanges } from '../../../../domain/gdap/schemas.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'

type Props = { changes: z.infer<typeof RoleChanges>; count: number; nameOf: (roleId: string) => string }

/** Formats dates in UTC, which no time zone shifts to the day before. */
const dayOf = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
const monthOf = (month: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(month))

/** The version of Microsoft's list, and its changes. */
export function CatalogueChanges({ changes: { version, before, added, removed }, count, nameOf }: Props) {
  const { t, locale } = useWords()
  return (
    <Card title={t('role-templates.version')}>
      <Stack gap={3}>
        <p><span>{t('role-templates.version.of', { date: dayOf(version, locale), count })}</span> <RuleLink rule="BR-83" /></p>
        <Stack as="section" gap={1}>
          <h3>{t('role-templates.version.added', { date: dayOf(before, locale) })}</h3>
          {added.length === 0 ? <Text tone="muted" text="caption">{t('role-templates.version.none_added')}</Text> : (
            <ul>
              {added.map(({ roleId, since }) => (
                <li key={roleId}>
                  <Link to={{ hash: roleId }}>{nameOf(roleId)}</Link>
                  <Text as="span" tone="muted" text="caption">
                    {` ${t('role-templates.version.since', { month: monthOf(since, locale) })}`}
                  </Text>
                </li>
              ))}
            </ul>
          )}
        </Stack>
        <Stack as="section" gap={1}>
          <h3>{t('role-templates.version.removed', { date: dayOf(before, locale) })}</h3>
          {removed.length === 0 ? <Text tone="muted" text="caption">{t('role-templates.version.none_removed')}</Text> : (
            <ul>{removed.map(({ roleId, name }) => <li key={roleId}>{name}</li>)}</ul>
          )}
        </Stack>
      </Stack>
    </Card>
  )
}
