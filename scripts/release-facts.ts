// `npx node scripts/release-facts.ts`: records the schema of the settings of the Claude Code that release.ts names, which it runs on
// an emulated Bedrock.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { askSettingsSchema, settingsSchemaModule } from '../test/support/release-facts.ts'
import { root } from '../test/support/runner.ts'

writeFileSync(join(root, 'src/claude/settings-schema.ts'), settingsSchemaModule(await askSettingsSchema()))
