// `npx node scripts/release-facts.ts`: records the schema of the settings of the Claude Code that release.ts names, and its prices of
// models; it runs on an emulated Bedrock.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { askPrices, askSettingsSchema, modelPricesModule, settingsSchemaModule } from '../test/support/release-facts.ts'
import { root } from '../test/support/runner.ts'

writeFileSync(join(root, 'src/claude/settings-schema.ts'), settingsSchemaModule(await askSettingsSchema()))
writeFileSync(join(root, 'src/claude/model-prices.ts'), modelPricesModule(await askPrices()))
