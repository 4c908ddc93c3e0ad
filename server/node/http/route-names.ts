/** Turns a path into the name of its route, so that logs and metrics hold neither ids nor tokens and only a known set of labels. */
export type RouteName = (path: string) => string

/** `templates` are OpenAPI's paths, such as `/api/invitations/{id}/send`. Whatever is not known is a page, a file or `(unknown)`. */
export function createRouteNames(templates: readonly string[]): RouteName {
  const routes = templates.map((template) => ({
    name: template.replace(/\{(\w+)\}/g, ':$1'),
    pattern: new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}/?$`),
  }))
  // A template without parameters goes before `/{id}` that would match it too.
  routes.sort((one, other) => one.name.split(':').length - other.name.split(':').length)
  return (path) => {
    if (path === '/api' || path.startsWith('/api/')) return routes.find(({ pattern }) => pattern.test(path))?.name ?? '/api/(unknown)'
    if (path.startsWith('/accept/')) return '/accept/:token'
    if (path.startsWith('/assets/')) return '/assets/:file'
    return ownPaths.has(path) ? path : '(page)'
  }
}

const ownPaths = new Set(['/healthz', '/readyz', '/metrics'])
