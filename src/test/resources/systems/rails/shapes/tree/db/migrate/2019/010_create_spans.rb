class CreateSpans < ActiveRecord::Migration[6.1]
  def change
    create_table :spans
  end
end
