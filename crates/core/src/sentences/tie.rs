//! Why claims are one origin.

use super::sentences;

sentences! {
    /// What makes several claims one origin.
    Tie, "tie":
    Mentions { document } "Several mentions in “{document}”.";
    MentionsInOne {} "Several mentions in one document.";
    Author { author } "The same author: {author}.";
    Body { body } "Both credit {body}.";
    Reprint { document, other } "“{document}” is a reprint of “{other}”.";
    OneOriginal { document, other, original } "“{document}” and “{other}” go back to “{original}”.";
    OneWork { document, other } "“{document}” and “{other}” go back to one work.";
    Cites { document, other, body } "“{document}” cites “{other}” and credits {body}.";
    Quotes { document, other, body } "“{document}” quotes “{other}” and credits {body}.";
}
