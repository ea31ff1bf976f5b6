//! As webhooks of a forge: events by action, actors by type, much that may be null.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Any, document};
use crate::FastJson;
use crate::compare::{accepts, reads, refuses, write};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Event {
    #[serde(flatten)]
    payload: Payload,
    sender: User,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    installation: Option<Installation>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Installation {
    id: u64,
    #[serde(with = "timestamp", default, skip_serializing_if = "Option::is_none")]
    created_at: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Timestamp(u64);

/// Seconds, or a text of them.
mod timestamp {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Timestamp;

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        Seconds(u64),
        Text(String),
    }

    pub(super) fn serialize<S: Serializer>(
        timestamp: &Option<Timestamp>,
        s: S,
    ) -> Result<S::Ok, S::Error> {
        timestamp.map(|timestamp| timestamp.0).serialize(s)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        d: D,
    ) -> Result<Option<Timestamp>, D::Error> {
        Option::<Form>::deserialize(d)?
            .map(|form| match form {
                Form::Seconds(seconds) => Ok(Timestamp(seconds)),
                Form::Text(text) => text.parse().map(Timestamp).map_err(D::Error::custom),
            })
            .transpose()
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "action", rename_all = "snake_case")]
enum Payload {
    Opened {
        issue: Issue,
    },
    Labeled {
        issue: Issue,
        label: Label,
    },
    Edited(Edited),
    Completed {
        #[serde(flatten)]
        run: Run,
    },
    Deleted,
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Edited {
    changes: BTreeMap<String, Change>,
    issue: Issue,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Change {
    from: Any,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Run {
    Check { check_run: BTreeMap<String, Any> },
    Workflow { workflow_run: Workflow },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Workflow {
    id: u64,
    status: RunStatus,
    conclusion: Option<Conclusion>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum RunStatus {
    Queued,
    InProgress,
    Completed,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum Conclusion {
    Success,
    TimedOut,
    #[serde(untagged)]
    Other(Cow<'static, str>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Issue {
    number: u64,
    title: String,
    body: Option<String>,
    state: IssueState,
    user: Option<User>,
    #[serde(default)]
    labels: Vec<LabelOrName>,
    #[serde(rename = "pull_request", default, skip_serializing_if = "Option::is_none")]
    pull: Option<Box<PullRequest>>,
    #[serde(flatten)]
    urls: Urls,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Urls {
    #[serde(default)]
    html_url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    comments_url: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "lowercase")]
enum IssueState {
    Open,
    Closed,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum LabelOrName {
    Label(Label),
    Name(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Label {
    name: String,
    #[serde(default = "grey")]
    color: String,
}

fn grey() -> String {
    "ededed".into()
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct PullRequest {
    #[serde(flatten)]
    urls: Urls,
    merged_at: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct User {
    login: String,
    id: u64,
    #[serde(flatten)]
    kind: UserKind,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "type")]
enum UserKind {
    User {
        #[serde(default)]
        site_admin: bool,
    },
    Organization {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        description: Option<String>,
    },
    Bot,
}

#[test]
fn events() {
    let event = document::<Event>(
        r#"{"action":"labeled","issue":{"number":1,"title":"t","body":null,"state":"open","user":
        {"login":"u","id":2,"type":"User","site_admin":true},"labels":[{"id":9,"name":"bug"},"x"],
        "pull_request":{"html_url":"h","merged_at":null},"html_url":"i"},"label":{"name":"new",
        "color":"fff"},"repository":{"id":3},"sender":{"type":"Bot","login":"b","id":4},
        "installation":{"id":5,"created_at":"6"}}"#,
    );
    assert_eq!(event.installation.unwrap().created_at, Some(Timestamp(6)));
    document::<Event>(
        r#"{"sender":{"id":1,"login":"o","description":"d","type":"Organization"},"workflow_run":
        {"id":1,"status":"in_progress","conclusion":"skipped"},"action":"completed"}"#,
    );
    document::<Event>(
        r#"{"changes":{"title":{"from":"a"},"n":{"from":[1,null]}},"issue":{"number":1,"title":"t",
        "body":"b","state":"closed","user":null},"action":"edited","sender":{"login":"a","id":1,
        "type":"Bot"}}"#,
    );
    let unknown = document::<Event>(
        r#"{"action":"transferred","issue":1,"sender":{"login":"a","id":1,"type":"Bot"}}"#,
    );
    assert_eq!(unknown.payload, Payload::Unknown);
    assert_eq!(
        write(&unknown).as_deref(),
        Some(r#"{"action":"unknown","sender":{"login":"a","id":1,"type":"Bot"}}"#)
    );
    refuses::<Event>(&[
        r#"{"sender":{"login":"a","id":1,"type":"Bot"}}"#,
        r#"{"action":"opened","sender":{"login":"a","id":1,"type":"Bot"}}"#,
        r#"{"action":"deleted","sender":{"login":"a","id":1}}"#,
        r#"{"action":"deleted","sender":{"login":"a","id":1,"type":"Robot"}}"#,
    ]);
}

#[test]
fn parts() {
    reads(r#""timed_out""#, Conclusion::TimedOut);
    reads(r#""neutral""#, Conclusion::Other("neutral".into()));
    accepts::<Workflow>(&[r#"{"id":1,"status":"queued"}"#, r#"[1,"queued",null]"#]);
    refuses::<Workflow>(&[
        r#"{"id":1,"status":"Queued"}"#,
        r#"{"id":1,"status":"queued","conclusion":1}"#,
    ]);
    refuses::<Run>(&["{}", r#"{"workflow_run":{}}"#, r#"{"check_run":null}"#]);
}
