import { Link } from 'react-router'
import type { Problem } from '../../../domain/problem.ts'
import { Badge, type Tone } from '../badge.tsx'
import type { Elements } from '../elements.ts'
import { RuleLink } from '../rule-link.tsx'
import styles from './job.module.css'

type Props = {
  to: string
  name: string
  of?: string | undefined
  tone: Tone
  word: string
  problem: Pick<Problem, 'detail' | 'rule'> | null | undefined
  /** What else is to be known of it. */
  children?: Elements
}

/** A row of a job with what became of it, and why. */
export function OutcomeRow({ to, name, of, tone, word, problem, children }: Props) {
  return (
    <li>
      <span className={styles.whom}>
        <Link to={to}><bdi>{name}</bdi></Link>{of !== undefined && <bdi className={styles.muted}>{of}</bdi>}
      </span>
      <Badge tone={tone}>{word}</Badge>
      {(problem || children) && (
        <div className={styles.why}>
          {problem && <p><span>{problem.detail}</span> {problem.rule !== undefined && <RuleLink rule={problem.rule} />}</p>}
          {children}
        </div>
      )}
    </li>
  )
}
