/** Maps a path to its route's name, so that logs and metrics have no ids or tokens and a fixed set of labels. */
export type RouteName = (path: string) => string

/** `templates` are OpenAPI paths, such as `/api/invitations/{id}/send`. Other paths are a page, a file or `(unknown)`. */
export function createRouteNames(templates: readonly string[]): RouteName {
  const routes = templates.map((template) => ({
    name: template.replace(/\{(\w+)\}/g, ':$1'),
    pattern: new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}/?$`),
  }))
  // A template without parameters precedes a matching `/{id}`.
  routes.sort((one, other) => one.name.split(':').length - other.name.split(':').length)
  return (path) => {
    if (path === '/api' || path.startsWith('/api/')) return routes.find(({ pattern }) => pattern.test(path))?.name ?? '/api/(unknown)'
    if (path.startsWith('/accept/')) return '/accept/:token'
    if (path.startsWith('/join/')) return '/join/:providerId/:inviteId/:token'
    if (path.startsWith('/assets/')) return '/assets/:file'
    return ownPaths.has(path) ? path : '(page)'
  }
}

const ownPaths = new Set(['/healthz', '/readyz', '/metrics'])
