import { Link } from 'react-router'
import type { Problem } from '../../../domain/problem.ts'
import { Badge, type Tone } from '../marks/badge.tsx'
import type { Elements } from '../elements.ts'
import { Row, Stack, Text } from '../looks/layout.tsx'
import { RuleLink } from '../actions/rule-link.tsx'

type Props = {
  to: string
  name: string
  of?: string | undefined
  tone: Tone
  word: string
  problem: Pick<Problem, 'detail' | 'rule'> | null | undefined
  children?: Elements
}

/** A job's row with its outcome and the reason. */
export function OutcomeRow({ to, name, of, tone, word, problem, children }: Props) {
  return (
    <li>
      <Row as="span" gap="0 3" breaks>
        <Link to={to}><bdi>{name}</bdi></Link>{of !== undefined && <Text as="bdi" measure={76} tone="muted">{of}</Text>}
      </Row>
      <Badge tone={tone}>{word}</Badge>
      {(problem || children) && (
        <Stack spans filled gap={1} tone="muted">
          {problem && <p><span>{problem.detail}</span> {problem.rule !== undefined && <RuleLink rule={problem.rule} />}</p>}
          {children}
        </Stack>
      )}
    </li>
  )
}
