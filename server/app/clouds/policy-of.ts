import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import { policyAt } from '../../../domain/clouds/dated-policies.ts'
import type { Cloud } from '../../../domain/organizations/kinds.ts'
import type { Ports } from '../ports.ts'

export const policyOf = ({ now, policies }: Pick<Ports, 'now' | 'policies'>, cloud: Cloud): CloudPolicy =>
  policyAt(cloud, now().toISOString(), policies)
