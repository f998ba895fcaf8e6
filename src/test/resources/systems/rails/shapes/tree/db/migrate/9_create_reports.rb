class CreateReports < ActiveRecord::Migration[6.1]
  def change
    create_table :reports
  end
end
