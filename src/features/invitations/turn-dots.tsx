import type { Invitation } from '../../../domain/invitations/schemas.ts'
import { Line } from '../../ui/looks/layout.tsx'
import styles from './turn-dots.module.css'
import { stagesOf } from './whose-turn.ts'

/** The strip in a row; decorative, since the word beside it says the same. */
export function TurnDots(invitation: Pick<Invitation, 'turn' | 'delivery' | 'state'>) {
  return (
    <Line as="span" inline align="center" fixed className={styles.dots} aria-hidden="true">
      {stagesOf(invitation).map(({ turn, position }) => <span key={turn} className={styles[position]} />)}
    </Line>
  )
}
