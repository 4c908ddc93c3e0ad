import type { Person } from '../../../domain/people/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import rowStyles from '../../ui/lists/state-row.module.css'
import { Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { Badge } from '../../ui/marks/badge.tsx'
import { RelativeTime } from '../../ui/text/relative-time.tsx'

/** What a Global admin does about a person. */
export type PersonAct = 'roles' | 'sign-out' | 'remove' | 'restore' | 'data' | 'erase'

type Props = {
  person: Person
  isSelf: boolean
  /** Undefined where the reader decides nothing. */
  onAct: ((act: PersonAct) => void) | undefined
  givesRoles: boolean
}

/** Who may enter, as what and by what, and when they last did. */
export function PersonRow({ person, isSelf, onAct, givesRoles }: Props) {
  const { t, formatDateTime, formatList } = useWords()
  const { displayName: name, email, roles, since, lastSignInAt, sessions, tokens, removedAt, removedBy } = person
  const mayEnter = removedAt === null && roles.length > 0
  return (
    <Columns as="li" of="minmax(0, 1fr) auto minmax(120px, auto)" gap="1 4" align="center" ruled="between" pad="3 0"
      className={rowStyles.row}>
      <Stack>
        <Text as="bdi" text="strong" breaks>{name}</Text>
        {email && <Text as="span" tone="muted" text="caption" breaks translate="no">{email}</Text>}
      </Stack>
      {removedAt ? <Badge tone="danger">{t('people.removed')}</Badge>
        : roles.length === 0 ? <Badge tone="waiting">{t('people.no_role')}</Badge>
        : isSelf ? <Badge tone="info" icon="person">{t('people.you')}</Badge>
        : <span />}
      <Text as="span" tone="muted" text="caption" className={rowStyles.since}>
        {lastSignInAt
          ? <RelativeTime at={lastSignInAt} within={(when) => t(mayEnter ? 'people.last_sign_in' : 'people.tried', { when })} />
          : t('people.never')}
      </Text>
      {roles.length > 0 && (
        <Row as="ul" gap="1 4" spans>
          {roles.map(({ role, from }) => (
            <li key={role}>
              {t('people.role_from', {
                role: t(`ui.role.${role}`), sources: formatList(from.map((source) => t(`people.from.${source}`))),
              })}
            </li>
          ))}
        </Row>
      )}
      <Row gap="0 3" tone="muted" text="caption" spans filled>
        {since && <span>{t('people.since', { date: formatDateTime(since) })}</span>}
        {sessions > 0 && <span>{t('people.sessions', { count: sessions })}</span>}
        {tokens > 0 && <span>{t('people.tokens', { count: tokens })}</span>}
        {removedAt && (
          <span>
            {t('people.removed_by', { date: formatDateTime(removedAt), person: removedBy || t('organization.erased') })}
          </span>
        )}
      </Row>
      {onAct && (
        <Row gap={2} pad="1 0 0" spans>
          {givesRoles && (
            <Button icon="shield" aria-label={t('people.change.of', { person: name })} onPress={() => onAct('roles')}>
              {t('people.change')}
            </Button>
          )}
          {sessions > 0 && !isSelf && (
            <Button icon="signOut" aria-label={t('people.sign_out.of', { person: name })} onPress={() => onAct('sign-out')}>
              {t('people.sign_out')}
            </Button>
          )}
          {removedAt ? (
            <>
              <Button icon="undo" aria-label={t('people.restore.of', { person: name })} onPress={() => onAct('restore')}>
                {t('people.restore')}
              </Button>
              <Button icon="download" aria-label={t('people.data.of', { person: name })} onPress={() => onAct('data')}>
                {t('people.data')}
              </Button>
              <Button icon="trash" aria-label={t('people.erase.of', { person: name })} onPress={() => onAct('erase')}>
                {t('people.erase')}
              </Button>
            </>
          ) : (
            <Button icon="trash" aria-label={t('people.remove.of', { person: name })} onPress={() => onAct('remove')}>
              {t('people.remove')}
            </Button>
          )}
        </Row>
      )}
    </Columns>
  )
}
