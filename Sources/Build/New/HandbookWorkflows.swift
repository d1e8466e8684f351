/// Files with which GitHub and GitLab check proposals, answer them and publish a handbook.
///
/// A proposal from a fork may hold anything, so it is checked by a job that may read and do nothing else. The job that posts the
/// answer runs from the main branch, runs nothing of the proposal, and finds out from the host which proposal it is.
enum HandbookWorkflows {
    static let all: [(path: String, text: String)] = [
        (".github/actions/folkmoot/action.yml", program), (".github/workflows/check.yml", check), (".github/workflows/comment.yml", comment),
        (".github/workflows/publish.yml", publish), (".github/workflows/monthly.yml", monthly), (".gitlab-ci.yml", gitlab),
    ]

    private static let program = """
        name: Folkmoot
        description: Builds the program once, and keeps it for later runs.
        inputs:
          repository:
            description: Where the program is kept.
            default: example/folkmoot
          ref:
            description: Which branch, tag or commit of it to take.
            default: main
        runs:
          using: composite
          steps:
            - id: commit
              shell: bash
              env:
                REPOSITORY: ${{ inputs.repository }}
                REF: ${{ inputs.ref }}
              run: |
                id=$(git ls-remote "https://github.com/$REPOSITORY" "$REF" | head -n 1 | cut -f 1)
                echo "id=${id:-$REF}" >> "$GITHUB_OUTPUT"
            - id: kept
              uses: actions/cache@v4
              with:
                path: ~/folkmoot
                key: folkmoot-${{ inputs.repository }}-${{ steps.commit.outputs.id }}
            - if: steps.kept.outputs.cache-hit != 'true'
              uses: actions/checkout@v5
              with:
                repository: ${{ inputs.repository }}
                ref: ${{ steps.commit.outputs.id }}
                path: .folkmoot
                persist-credentials: false
            - if: steps.kept.outputs.cache-hit != 'true'
              shell: bash
              run: |
                docker run --rm -v "$PWD/.folkmoot:/folkmoot" -w /folkmoot swift:6.3-noble \\
                  sh -c 'apt-get update -q && apt-get install -q -y make && make build'
                mkdir -p ~/folkmoot
                cp .folkmoot/.build/release/folkmoot ~/folkmoot/
                sudo rm -rf .folkmoot
            - shell: bash
              run: |
                sudo apt-get update -q
                sudo apt-get install -q -y libcmark-dev
                echo "$HOME/folkmoot" >> "$GITHUB_PATH"

        """

    private static let check = """
        # Checks a proposal. It may come from anybody, so this job may read the repository and do nothing else.
        name: Check
        on: pull_request
        permissions:
          contents: read
        concurrency:
          group: check-${{ github.ref }}
          cancel-in-progress: true
        jobs:
          check:
            runs-on: ubuntu-24.04
            steps:
              - uses: actions/checkout@v5
                with:
                  fetch-depth: 0
                  persist-credentials: false
              - uses: ./.github/actions/folkmoot
              - id: check
                env:
                  BASE: ${{ github.base_ref }}
                run: |
                  code=0
                  folkmoot check --changed-since "origin/$BASE" --format markdown > comment.md || code=$?
                  # Anything but 0 and 1 says that it could not run.
                  [ "$code" -le 1 ] || exit "$code"
                  echo "code=$code" >> "$GITHUB_OUTPUT"
                  cat comment.md >> "$GITHUB_STEP_SUMMARY"
              - uses: actions/upload-artifact@v4
                with:
                  name: comment
                  path: comment.md
              - run: folkmoot build --keep-going
              - uses: actions/upload-artifact@v4
                with:
                  name: preview
                  path: site
              - if: steps.check.outputs.code == '1'
                run: exit 1

        """

    private static let comment = """
        # Posts the answer of the check below the proposal. It runs from the main branch and runs nothing that the proposal holds.
        name: Comment
        on:
          workflow_run:
            workflows: [Check]
            types: [completed]
        permissions:
          actions: read
          pull-requests: write
        jobs:
          comment:
            if: github.event.workflow_run.event == 'pull_request'
            runs-on: ubuntu-24.04
            env:
              GH_TOKEN: ${{ github.token }}
              GH_REPO: ${{ github.repository }}
              RUN: ${{ github.event.workflow_run.id }}
              HEAD: ${{ github.event.workflow_run.head_repository.owner.login }}:${{ github.event.workflow_run.head_branch }}
              COMMIT: ${{ github.event.workflow_run.head_sha }}
            steps:
              - run: |
                  # A check that could not run has no answer.
                  gh run download "$RUN" --name comment --dir answer || exit 0
                  number=$(gh api --method GET "repos/$GH_REPO/pulls" -f state=open -f head="$HEAD" \\
                    --jq "map(select(.head.sha == \\"$COMMIT\\"))[0].number // empty")
                  # Somebody may have sent a newer state, or closed the proposal.
                  [ -n "$number" ] || exit 0
                  head -c 60000 answer/comment.md > comment.md
                  printf '\\n\\n_This answer was made from the proposal itself, by its check._\\n' >> comment.md
                  gh pr comment "$number" --body-file comment.md --edit-last --create-if-none

        """

    private static let publish = """
        # Publishes the main branch: at each change, and once a day, so that next events move on and pages expire.
        name: Publish
        on:
          push:
            branches: [main]
          schedule:
            - cron: "17 3 * * *"
          workflow_dispatch:
        permissions:
          contents: read
        concurrency:
          group: publish
          cancel-in-progress: false
        jobs:
          build:
            runs-on: ubuntu-24.04
            steps:
              - uses: actions/checkout@v5
                with:
                  persist-credentials: false
              - uses: ./.github/actions/folkmoot
              - run: folkmoot build
              - uses: actions/upload-pages-artifact@v4
                with:
                  path: site
          publish:
            needs: build
            runs-on: ubuntu-24.04
            permissions:
              pages: write
              id-token: write
            environment:
              name: github-pages
              url: ${{ steps.pages.outputs.page_url }}
            steps:
              - id: pages
                uses: actions/deploy-pages@v4

        """

    private static let monthly = """
        # Once a month, checks the whole handbook and asks the sites that it links to. What needs a look stands in one issue, which is
        # written anew each time and closed when nothing is left.
        name: Monthly check
        on:
          schedule:
            - cron: "41 4 2 * *"
          workflow_dispatch:
        permissions:
          contents: read
          issues: write
        concurrency:
          group: monthly
          cancel-in-progress: false
        jobs:
          check:
            runs-on: ubuntu-24.04
            timeout-minutes: 120
            steps:
              - uses: actions/checkout@v5
                with:
                  persist-credentials: false
              - uses: ./.github/actions/folkmoot
              - id: check
                run: |
                  code=0
                  folkmoot check --external-links --links-minutes 60 --strict --format markdown > report.md || code=$?
                  # Anything but 0 and 1 says that it could not run.
                  [ "$code" -le 1 ] || exit "$code"
                  echo "code=$code" >> "$GITHUB_OUTPUT"
                  cat report.md >> "$GITHUB_STEP_SUMMARY"
              - env:
                  GH_TOKEN: ${{ github.token }}
                  GH_REPO: ${{ github.repository }}
                  CODE: ${{ steps.check.outputs.code }}
                  TITLE: What the monthly check found
                run: |
                  # Only an issue that a workflow opened: anybody may open one with this title.
                  number=$(gh issue list --app github-actions --state open --limit 200 --json number,title \\
                    --jq 'map(select(.title == env.TITLE))[0].number // empty')
                  if [ "$CODE" = 0 ]; then
                    [ -z "$number" ] || gh issue close "$number" --comment "The check of this month found nothing any more."
                  elif [ -n "$number" ]; then
                    gh issue edit "$number" --body-file report.md
                  else
                    gh issue create --title "$TITLE" --body-file report.md
                  fi

        """

    private static let gitlab = """
        # Checks proposals and publishes the default branch. Write where the program is kept in place of the example.
        variables:
          FOLKMOOT_REPOSITORY: https://example.org/folkmoot.git
          FOLKMOOT_REF: main
          GIT_DEPTH: "0"

        default:
          image: swift:6.3
          cache:
            key: folkmoot
            paths: [.folkmoot-program]
          before_script:
            - apt-get update -q && apt-get install -q -y make git libcmark-dev
            - test -d .folkmoot-program || git clone -q "$FOLKMOOT_REPOSITORY" .folkmoot-program
            - git -C .folkmoot-program fetch -q origin "$FOLKMOOT_REF" && git -C .folkmoot-program checkout -q FETCH_HEAD
            - make -C .folkmoot-program build
            - export PATH="$PWD/.folkmoot-program/.build/release:$PATH"

        check:
          stage: test
          rules:
            - if: $CI_PIPELINE_SOURCE == "merge_request_event"
          script:
            - git fetch -q origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
            - folkmoot check --changed-since FETCH_HEAD --format markdown | tee comment.md
          artifacts:
            when: always
            paths: [comment.md]

        # Needs a pipeline schedule with the variable MONTHLY_CHECK, and the variable ISSUE_TOKEN, protected and masked: a project access token that
        # may write issues, for this alone. What needs
        # a look stands in one issue, which is written anew each time and closed when nothing is left.
        monthly:
          stage: test
          timeout: 2 hours
          rules:
            - if: $CI_PIPELINE_SOURCE == "schedule" && $MONTHLY_CHECK
          variables:
            LABEL: monthly-check
          script:
            - apt-get install -q -y curl
            - |
              code=0
              folkmoot check --external-links --links-minutes 40 --strict --format markdown > report.md || code=$?
              [ "$code" -le 1 ] || exit "$code"
              ask() { curl --fail --silent --show-error --header "PRIVATE-TOKEN: $ISSUE_TOKEN" "$@"; }
              issues="$CI_API_V4_URL/projects/$CI_PROJECT_ID/issues"
              number=$(ask "$issues?labels=$LABEL&state=opened&scope=created_by_me" | grep -o '"iid":[0-9]*' | head -n 1 | cut -d : -f 2 || true)
              if [ "$code" = 0 ]; then
                [ -z "$number" ] || ask --request PUT "$issues/$number" --data state_event=close > /dev/null
              elif [ -n "$number" ]; then
                ask --request PUT "$issues/$number" --data-urlencode description@report.md > /dev/null
              else
                ask --request POST "$issues" --data labels="$LABEL" --data-urlencode "title=What the monthly check found" \\
                  --data-urlencode description@report.md > /dev/null
              fi
          artifacts:
            when: always
            paths: [report.md]

        pages:
          stage: deploy
          rules:
            - if: $CI_PIPELINE_SOURCE == "schedule" && $MONTHLY_CHECK
              when: never
            - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
          script:
            - folkmoot build --output public
          artifacts:
            paths: [public]

        """
}
