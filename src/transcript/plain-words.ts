/**
 * Words of Claude Code's protocol, in small letters: keys of its events and session files, and values of their fields that are
 * one of a few (recorded with 2.1.330). Those of fewer than 6 characters are never looked for.
 */
export const PROTOCOL_WORDS: ReadonlySet<string> = wordsOf(`
aborted_tools accept acceptedits additional_directories agent_id agentid agents analytics_disabled api_error
api_error_params api_error_status api_retry apikeysource askuserquestion assistant async_launched attachment attempt
autocompact background background_tasks_changed bashoutput bedrock boolean budget budget_exhausted builtin by_type
bypasspermissions cache_creation cache_creation_input_tokens cache_read_input_tokens
cachecreationephemeral1hinputtokens cachecreationephemeral5minputtokens cachecreationinputtokens
cachereadinputtokens cancontinueagent canonicalmodel canreadoutputfile capabilities claude claude_code_version
code-review compact compact_boundary compact_metadata compact_output_chars compact_result compacting completed
concurrency_limit config connected container content content_block_delta content_block_start content_block_stop
context context_management contextwindow control_request control_response cost-state costbasis costusd create
croncreate crondelete cronlist cumulative_dropped_tokens decision decision_reason_type default depth_limit
description diagnostics disabled dontask duration_api_ms duration_ms effort end_time end_turn enterplanmode
enterworktree ephemeral_1h_input_tokens ephemeral_5m_input_tokens error_during_execution error_max_budget_usd
error_max_structured_output_retries error_max_turns error_status errors estimated_tokens estimated_tokens_delta
exitplanmode exitworktree explore external failed fallback_credit fast_mode_disabled_reason fast_mode_state
file-history-snapshot filepath first_content_frame_ms foreground function general-purpose gitbranch
guardrail_intervened hook_response hook_started inference_geo input_json_delta input_tokens inputtokens interrupted
is_api_error_message is_backgrounded is_error isapierrormessage isasync isimage ismeta issidechain issynthetic
iterations killed killshell last_tool_name leafuuid list-agents listagents local_agent local_bash
logical_parent_uuid logicalparentuuid max_depth max_output_tokens max_retries max_tokens max_turns maxoutputtokens
mcp_servers memory_paths message message_delta message_start message_stop messaging_socket_path model_not_found
model_usage_since_last_result modelusage monitor multiedit needs-auth newlines newstart newstring non_execution_kind
nooutputexpected not_first_party notebookedit notebookread notification num_turns number numlines object oldlines
oldstart oldstring origin original_cwd originalfile output-style output_file output_limit output_style output_tokens
output_tokens_details outputfile outputtokens parent parent_tool_use_id parentuuid pause_turn pending
per_turn_effort_active permission-mode permission-rule permission_decision permission_denials permission_denied
permissionmode persistedoutputpath persistedoutputsize plugins post_tokens posttooluse pre_tokens precompact
pretooluse producer product_feedback_disabled progress prompt provider queue-operation queued_turn_count rate_limit
rate_limit_event reason_type redacted_thinking refusal refused reject replaceall reportfindings request_id requested
requestid resolvedmodel result result_index retry_delay_ms run_id safety_stops schedulewakeup sdk_mcp_manifests
sdk_mcp_tools_list_changed security-review sendmessage served_by_anthropic server_error server_tool_use service_tier
session-task session_id sessionend sessionid sessionstart signature signature_delta skills slash_commands
slashcommand source sourcetoolassistantuuid spawn_depth spawned spawned_by_subagents standard started_in_background
startline status stderr stdout stop_details stop_reason stop_sequence stopped stream_event string structured_output
structuredoutput structuredpatch subagent_stats subagent_type subagentstop subcommandresults subtype success summary
summary_is_report system task-notification task_description task_id task_notification task_progress task_started
task_type task_updated taskcreate taskget tasklist taskoutput taskstop taskupdate terminal_reason
terminal_slash_commands text_delta thinking thinking_delta thinking_duration_ms thinking_tokens thinkingtokens
time_to_request_ms timestamp todowrite tool_input tool_name tool_result tool_result_meta tool_use tool_use_id
tool_use_result tool_uses toolsearch tooluseresult total_cost_usd total_tokens totallines trigger ttft_ms
ttft_stream_ms ultrathink_available ultrathink_typed_raises unknown user-rejected usermodified userpromptsubmit
usertype verify view_mode web_fetch_requests web_search_requests webfetch websearch websearchrequests workflow
`)

/** Common words of configuration, in small letters, among them the passwords that documentation gives test databases. */
export const CONFIGURATION_WORDS: ReadonlySet<string> = wordsOf(`
access action actions active address administrator alpine amazon amazonaws android anonymous apache
archive artifact artifacts backend backup bearer binary branch browser bucket bundle cached certificate
changeme channel checkout cluster cluster-admin command common compose configuration console cookie credential
credentials current custom cypress database datadog debian debugging decimal defaults delete deploy deployment
desktop develop developer development digest directory disable docker dockerhub domain download dry-run
elasticsearch element enable enabled encoding endpoint engine english enterprise environment eslint example expired
explicit export feature feature-flag federated fedora filter folder format frontend gateway general
github github-actions gitlab global golang gradle grafana handler header headers health helper history hosted ignore
implicit import inactive inbound include inherit initial inline install instance integration internal invalid
jenkins keycloak kotlin kubernetes language latest library license limited linear linter listen localhost
locked logger logging logical manager manual mariadb master maximum member memory metadata metrics
minimal minimum minioadmin mirror missing mobile module mongodb monorepo native network nightly
nodejs normal notify offline online opensearch operator option optional options oracle organization
output override package packages parameter passthrough password permission pipeline
placeholder platform playwright plugin policy polling postgres postgresql preprod preview primary private
process processor product production profile program project projects promote protected
public publish published publisher pytest python rabbitmq read-only read-write readme readonly
region registry release release-candidate releases remote replica report repository request required resource
response restart restricted review reviewer rollback router routes runner running runtime sample sandbox scheduled
schema script secret secrets security selenium self-hosted sentry server service service-account session settings
shared signed skipped snapshot software sonarqube sources stable staging standby started static
storage strict subnet subscription support swagger target temporary tenant terraform test-key test-secret test-token
tested testing testpass testpassword testuser timeout timezone toggle traefik trusted ubuntu ubuntu-latest undefined
unlimited unsafe unsigned untrusted update upload upstream username variable vendor verbose verified version 
virtual warning watcher webhook webpack webserver website wildcard windows windows-latest worker
workspace writable
`)

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}
