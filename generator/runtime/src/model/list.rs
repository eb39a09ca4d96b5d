/// Conversion into a list: from anything that yields items which convert into the list's items,
/// such as an array of `&str`, a `Vec<String>` or an iterator for a list of strings.
#[diagnostic::on_unimplemented(
    message = "a list of `{T}` cannot be made of `{Self}`",
    note = "give an array, a `Vec` or any other iterator whose items convert into `{T}`"
)]
pub trait List<T> {
    /// The list.
    fn list(self) -> Vec<T>;
}

impl<T, I: IntoIterator<Item: Into<T>>> List<T> for I {
    fn list(self) -> Vec<T> {
        self.into_iter().map(Into::into).collect()
    }
}

/// Creates a list.
pub fn list<T>(items: impl List<T>) -> Vec<T> {
    items.list()
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn a_list_is_made_of_what_people_have() {
        let expected = vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(list::<String>(["a", "b"]), expected);
        assert_eq!(list::<String>(vec!["a", "b"]), expected);
        assert_eq!(list::<String>(&expected), expected);
        assert_eq!(list::<String>(expected.clone()), expected);
        assert_eq!(list::<String>("a b".split(' ')), expected);
        assert_eq!(list::<i64>([1, 2]), [1, 2]);
        assert_eq!(list::<String>([""; 0]), [""; 0]);
    }
}
