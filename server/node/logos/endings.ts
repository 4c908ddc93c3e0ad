import type { LogoFault } from '../../../domain/organizations/logo.ts'

/** By which number the program ends that draws; whatever else ended it is too much of the picture. Node has the first ones. */
export const endings: readonly (LogoFault | undefined)[] = [
  ...Array.from({ length: 20 }, () => undefined),
  'organization.logo_broken', 'organization.logo_too_many_pixels', 'organization.logo_too_intricate',
]
