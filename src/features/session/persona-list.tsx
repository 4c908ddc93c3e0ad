import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './persona-list.module.css'
import type { PersonaGroup } from './personas.ts'

type Props = { groups: readonly PersonaGroup[]; pending: string | undefined; onChoose: (persona: string) => void }

/** The people of the demo, by organisation, with what decides their rights: kind, cloud, country and role. */
export function PersonaList({ groups, pending, onChoose }: Props) {
  const { t, formatCountry, formatList } = useWords()
  return (
    <ul className={styles.groups}>
      {groups.map(({ organization, people }) => (
        <li key={organization.id} className={styles.group}>
          <h2 className={styles.name}>{organization.displayName}</h2>
          <p className={styles.facts}>
            <span>{t(`session.kind.${organization.kind}`)}</span>
            <span className={styles.cloud}><Icon name="cloud" /><span>{t(`ui.cloud.${organization.cloud}`)}</span></span>
            <span>{formatCountry(organization.country)}</span>
          </p>
          <ul>
            {people.map(({ persona, user }) => (
              <li key={persona}>
                <button type="button" className={styles.person} aria-disabled={pending !== undefined || undefined}
                  data-pending={pending === persona || undefined} onClick={() => pending === undefined && onChoose(persona)}>
                  <Icon name="person" size={20} />
                  <span className={styles.who}>
                    <span className={styles.displayName}>{user.displayName}</span>
                    <span className={styles.role}>{formatList(user.roles.map((role) => t(`ui.role.${role}`)))}</span>
                  </span>
                  <Icon name="chevronRight" />
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
