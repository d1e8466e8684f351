internal import Content

/// The files of a new handbook.
struct HandbookFiles {
    let title: String
    let today: CivilDay

    /// Path below the repository → text.
    var all: [(path: String, text: String)] { content + texts + HandbookWorkflows.all }

    private func day(_ later: Int = 0) -> String { (today + later).date.isoDate }

    private var content: [(path: String, text: String)] {
        [
            (
                "content/site.yaml",
                """
                # What holds for the whole site. `folkmoot reference keys` lists everything that can be said here.
                format: 1
                \(FrontMatterValue.text(title).lines(for: "title")[0])
                summary: Find the people in public service who do your job.
                languages: [en]
                time_zone: Europe/London
                licence: CC-BY-4.0
                # Where the site is published; feeds and the sitemap need it.
                # base_url: https://communities.example.gov/
                # Whom to write to: the form on the site sends entries there, for people without an account.
                # contact: communities@example.gov
                # Where these files are kept: every page gets a link to propose a change.
                # repository:
                #   url: https://github.com/example/handbook
                #   kind: github
                menu: [map, communities, events, resources, handbook]
                # Of member lists only stewards are named; `names` names all who agreed, `counts` nobody.
                list_members: stewards
                # Take this line in when you have entries of your own, and the made-up ones are left out.
                # examples: false

                """
            ),
            (
                "content/communities/example-people/index.md",
                """
                ---
                name: "Example: people who make examples"
                summary: A made-up community that shows what an entry can say.
                government: [exampleland]
                organisation: example-office
                roles: [example-maker]
                topics: [examples]
                stage: forming
                membership: public-sector
                join: Write to the office, which is made up as well.
                meets: Every second Thursday at two, online.
                example: true
                ---

                A few words to a stranger: what you talk about, and what a first visit is like.

                """
            ),
            (
                "content/communities/example-people/charter.md",
                "---\npurpose: To make examples that help.\nreview: \(day(180))\n---\n\nWhat the community is for, agreed by its members. Look at it again every half year.\n"
            ),
            (
                "content/communities/example-people/members.md",
                "---\ncounts:\n  core: 4\n  active: 9\n  as_of: \(day())\n---\n"
            ),
            (
                "content/communities/example-people/backlog.md",
                "---\ntopics:\n  - title: How long should an example be?\n    stage: to-discuss\n---\n"
            ),
            (
                "content/communities/example-people/events/first-coffee.md",
                "---\ntitle: First coffee\nstarts: \(day(14)) 14:00\nminutes: 45\nkind: lean-coffee\nplace: Online\nopen_to: public-sector\nagenda:\n  - title: Hello\n    minutes: 5\n  - title: Topics from the room\n    minutes: 40\n---\n\nBring one question.\n"
            ),
            (
                "content/communities/example-people/writeups/how-it-began.md",
                "---\ntitle: How it began\ndate: \(day(-7))\nsummary: Three people met and decided to meet again.\noutcome: There will be a coffee.\ndecisions: [We meet every second Thursday.]\n---\n\nThree sentences are a good write-up.\n"
            ),
            (
                "content/communities/example-people/resources/checklist.md",
                "---\ntitle: Checklist for a first meeting\nsummary: What to have ready.\nkind: template\ntopics: [examples]\n---\n\n- [ ] A date that suits most\n- [ ] One question to begin with\n- [ ] Somebody who writes three sentences afterwards\n"
            ),
            ("content/governments/exampleland.md", "---\nname: Exampleland\nsummary: A made-up government.\nexample: true\n---\n"),
            ("content/organisations/example-office.md", "---\nname: Office for Examples\nsummary: A made-up office.\nexample: true\n---\n"),
            ("content/roles/example-maker.md", "---\nname: Example maker\nsummary: A made-up profession.\nalso_known_as: [maker of examples]\nexample: true\n---\n"),
            ("content/topics/examples.md", "---\nname: Examples\nsummary: A made-up topic.\nexample: true\n---\n"),
            ("content/skills/writing-examples.md", "---\nname: Writing examples\nsummary: A made-up skill.\nexample: true\n---\n"),
            ("content/people/example-person.md", "---\nname: Example Person\nsummary: A made-up person.\nroles: [example-maker]\norganisation: example-office\nagreed: \(day())\nexample: true\n---\n"),
            ("content/handbook/index.md", "---\ntitle: Handbook\nsummary: What we have learned about running communities.\n---\n"),
            ("content/handbook/how-to-begin.md", "---\ntitle: How to begin\nsummary: The first month of a community.\norder: 10\n---\n\nAsk three people who do your job what they wish somebody had told them. Meet for half an hour. Write down what was said.\n"),
            (
                "content/about.md",
                "---\ntitle: About this site\nsummary: What this site is, and how to add to it.\n---\n\nThis is a map and a handbook of communities of practice. Anybody may [add a community](add/), and say what is wrong.\n\nWrite here who looks after it, and where its facts come from.\n"
            ),
            (
                "content/accessibility.md",
                "---\ntitle: Accessibility\nsummary: What we aim for, and how to tell us when we fall short.\n---\n\n## What we aim for\n\nEverything can be read and used without scripts, with a keyboard and with a screen reader. The map is also a list.\n\n## What we know is missing\n\nWrite here what you have tested, when, and what you found.\n\n## Tell us\n\nWrite here whom to ask for a page in another form, and how soon they answer.\n"
            ),
            (
                "content/privacy.md",
                "---\ntitle: Privacy\nsummary: What this site holds about people, and how to be taken off it.\n---\n\n## If you read this site\n\nIts pages ask for nothing from anybody else's server and store nothing about you. A draft that you begin in a form stays in your own browser.\n\n## If you are named here\n\nPeople are listed only when they have agreed. Write here whom to ask to be taken off, and how soon that happens.\n"
            ),
            (
                "content/licence.md",
                "---\ntitle: Licence\nsummary: What you may do with what stands here.\n---\n\nUnless a page says otherwise, its text is under [Creative Commons Attribution 4.0](https://creativecommons.org/licenses/by/4.0/). Change this page and `licence` in `site.yaml` together.\n"
            ),
        ]
    }

    private var texts: [(path: String, text: String)] {
        [
            (".gitignore", "site/\n.DS_Store\n"),
            (
                "README.md",
                """
                # \(title)

                A map and handbook of communities of practice. What stands on the site is in `content/`, as text files; the program
                folkmoot makes the site from them.

                ```sh
                folkmoot serve --open      # shows it in the browser while you write
                folkmoot check --strict    # looks for problems
                folkmoot build             # makes site/; open site/index.html
                ```

                ## First changes

                1. `content/site.yaml`: `contact`, `repository` and `base_url`, so that people can send what they add.
                2. `content/about.md`, `accessibility.md`, `privacy.md` and `licence.md`: what is to be filled in says so.
                3. Add a community: `folkmoot new community`, or the form at `add/` on the site. Then `examples: false` in `site.yaml` leaves
                   the made-up ones out.

                ## Publishing

                **GitHub.** Write where the program is kept, and which commit to take, into `.github/actions/folkmoot/action.yml`. Under **Settings**,
                **Pages**, choose **GitHub Actions**. From then on the main branch is published at each change and once a day, so that
                next events move on. Proposals are checked without access to anything; a second workflow posts the answer.
                Under **Settings**, **Actions**, **General**, keep the approval for first-time contributors. GitHub stops daily runs when
                nothing has changed for 60 days; **Run workflow** starts them again. Once a month the whole handbook is checked, with the
                sites that it links to, and what needs a look stands in one issue.

                **GitLab.** `.gitlab-ci.yml` does the same, but the answer is in the job's log and its artifact. Add a pipeline schedule for the daily run, and one for
                the monthly check, as the file says.

                """
            ),
            (
                "CONTRIBUTING.md",
                """
                # How to add or mend something

                You need not know git. On the site, **Add to this handbook** asks questions and makes the file, which you can propose
                here or send by e-mail.

                By hand: each community is a file in `content/communities/`, with facts at the top and text below. Copy one that is
                there. `folkmoot check` says what is wrong, where, and how to mend it; the same answer appears below your proposal.

                - Say where a fact is from (`source`) and when it was true (`as_of`).
                - Name a person only if they agreed.
                - Leave out what you do not know.

                ## When an entry comes by e-mail

                Its second line says where the file belongs. Save it there, from the first line of three hyphens to the end of the text and
                without a signature, and run `folkmoot check --strict`. Mail programs break long lines, which does no harm.

                """
            ),
            (
                ".github/pull_request_template.md",
                "<!-- Thank you. An answer with what could be mended appears below in a few minutes. -->\n\nWhat this adds or changes:\n\n- [ ] Anybody who is named has agreed\n- [ ] Facts have a source\n"
            ),
            (".github/CODEOWNERS", "# Who is asked to look at proposals. Put your own names in place of this one, and remove the sign before it.\n# * @example/handbook-keepers\n"),
        ]
    }
}
