import { buildWhenChanged } from './app-build.ts'

buildWhenChanged(process.argv.includes('--demo') ? 'demo' : 'production')
