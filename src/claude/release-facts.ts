// What the Claude Code of this release (release.ts) knows by name. test/contract/release-facts.test.ts asks the real one.

/** Tools that a permission rule can name; some exist only on other platforms or with other settings. */
export const KNOWN_TOOLS: readonly string[] = [
  ...['Agent', 'Artifact', 'AskUserQuestion', 'Bash', 'CronCreate', 'CronDelete', 'CronList', 'Edit'],
  ...[
    'EndConversation',
    'EnterPlanMode',
    'EnterWorktree',
    'ExitPlanMode',
    'ExitWorktree',
    'Glob',
    'Grep',
    'ListAgents',
  ],
  ...['ListMcpResourcesTool', 'LSP', 'Monitor', 'NotebookEdit', 'OfferChromeSetup', 'PowerShell', 'Projects'],
  ...[
    'PushNotification',
    'Read',
    'ReadMcpResourceDirTool',
    'ReadMcpResourceTool',
    'ReadNotifications',
    'RemoteTrigger',
  ],
  ...['ReportFindings', 'ScheduleWakeup', 'SendFeedback', 'SendMessage', 'SendUserFile', 'SendUserMessage', 'SetGoal'],
  ...['ShareOnboardingGuide', 'ShowOnboardingRolePicker', 'Skill', 'TaskCreate', 'TaskGet'],
  ...['TaskList', 'TaskStop', 'TaskUpdate', 'TodoWrite', 'ToolSearch', 'WaitForMcpServers', 'WebFetch', 'WebSearch'],
  ...['Workflow', 'Write', 'propose_skills'],
  // Former names, which still mean a tool.
  ...['Task', 'KillShell', 'KillBash', 'ListPeers', 'Brief', 'ListMcpResources', 'ReadMcpResource'],
  ...['ReadMcpResourceDir', 'ProposeGoal'],
]

/** Values of `--effort`. */
export const EFFORT_LEVELS = ['low', 'medium', 'high', 'xhigh', 'max'] as const
