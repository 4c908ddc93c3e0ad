import { useQuery } from '@tanstack/react-query'
import { nearestTemplate } from '../../../../domain/gdap/roles/template-rules.ts'
import { partnerKindOf, type Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { roleQueries } from '../role-queries.ts'
import { templatePart } from './suggested-name.ts'

/** A set of roles to start with; `part` is its part in names. */
export type Start = { id: string; label: string; roles: readonly string[]; part: string }

const sameRoles = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((id) => others.includes(id))

/** Recommended sets, jobs, and the partner's own templates. */
export function useStarts(actor: Actor) {
  const { t, locale } = useWords()
  const { data, error, refetch, isFetching } = useQuery(roleQueries.templates(locale))
  const kind = partnerKindOf(actor)
  const recommended: Start[] = data && kind && data.recommended.length > 0
    ? [{
        id: 'recommended', roles: data.recommended, part: 'Support',
        label: t('gdap-requests.roles.recommended', { kind: t(`ui.kind.${kind}`) }),
      }]
    : []
  const templates = data?.items.map((template): Start => {
    const { id, name, roles, removedRoles } = template
    return { id, label: name, roles: roles.filter((role) => !removedRoles.includes(role)), part: templatePart(template) }
  }) ?? []
  const starts = [...recommended, ...templates]
  return {
    starts,
    own: data?.items.filter(({ builtIn }) => builtIn === null).map(({ id }) => id) ?? [],
    /** The template with exactly these roles. */
    startOf: (roles: readonly string[]) => (roles.length === 0 ? undefined : starts.find((start) => sameRoles(start.roles, roles))),
    /** The nearest template's part in names, or nothing. */
    partOf: (roles: readonly string[]) => (roles.length === 0 ? '' : (nearestTemplate(starts, roles)?.part ?? '')),
    error: data ? null : error,
    retry: () => void refetch(),
    isFetching,
  }
}
