import { buildApp, buildWhenChanged } from './app-build.ts'

if (process.argv.includes('--demo')) buildApp('demo')
else buildWhenChanged()
